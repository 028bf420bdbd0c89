//! Cards decoded again: their size, where their text is, and what the font has.

use super::*;

const LONGEST: Card<'static> = Card {
    portal: "投促中国",
    title: "中哈霍尔果斯国际边境合作中心中方配套区",
    facts: "新疆 · 国家级经济技术开发区、高新技术产业开发区",
    name_en: "Horqin Left Rear Banner Independent Innovation and Industrial Transfer Demonstration Park",
};

fn decoded(card: Card<'_>) -> image::RgbImage {
    let bytes = draw(card).unwrap();
    assert!(bytes.len() < 18_000, "{} bytes for {}", bytes.len(), card.title);
    image::load_from_memory_with_format(&bytes, image::ImageFormat::Png).unwrap().to_rgb8()
}

#[test]
fn all_text_is_in_the_centre_square() {
    let short = Card { title: "示例区", facts: "", name_en: "", ..LONGEST };
    for card in [LONGEST, short] {
        let picture = decoded(card);
        assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
        let is_text = |pixel: &image::Rgb<u8>| pixel.0[0] > 0x14;
        let columns: Vec<u32> = picture.enumerate_pixels().filter(|it| is_text(it.2)).map(|it| it.0).collect();
        let rows: Vec<u32> = picture.enumerate_pixels().filter(|it| is_text(it.2)).map(|it| it.1).collect();
        let (left, right) = (columns.iter().min().unwrap(), columns.iter().max().unwrap());
        assert!(*left >= 285 + 20 && *right < 915 - 20, "{left} to {right}");
        let (top, bottom) = (rows.iter().min().unwrap(), rows.iter().max().unwrap());
        assert!(*top >= 20 && *bottom < HEIGHT - 20, "{top} to {bottom}");
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    assert_eq!(draw(LONGEST).unwrap(), draw(LONGEST).unwrap());
    assert_ne!(draw(LONGEST).unwrap(), draw(Card { portal: "示例", ..LONGEST }).unwrap());
}

#[test]
fn a_title_with_a_character_that_the_font_lacks_is_refused() {
    let rare = Card { title: "𬭎示例区", ..LONGEST };
    assert!(matches!(draw(rare), Err(CardError::Missing(characters)) if characters == ['𬭎']));
    assert_eq!(missing_characters("淮安𬭎高新区"), ['𬭎']);
    assert_eq!(missing_characters("Ürümqi High-tech Zone, “Huai’an” & Lüliang"), []);
    // The other lines are left out.
    assert_eq!(
        draw(Card { facts: "𬭎", name_en: "𬭎", ..LONGEST }).unwrap(),
        draw(Card { facts: "", name_en: "", ..LONGEST }).unwrap()
    );
}

#[test]
fn every_name_of_the_register_can_be_drawn() {
    let texts = [include_str!("../../../content/zones.csv"), include_str!("../../../content/regions.csv")];
    for text in texts {
        let missing = missing_characters(text).into_iter().filter(|letter| *letter != '\n').collect::<String>();
        assert_eq!(missing, "", "make the font again: see README.md");
    }
}

#[test]
fn lines_do_not_begin_with_a_closing_mark() {
    let font = font::CardFont::new().unwrap();
    let broken = lines::broken(&font, "中德（沈阳）高端装备制造产业园", 570.0, &[&[92.0], &[92.0], &[70.0]]);
    assert!(broken.lines.len() > 1 && broken.lines.iter().all(|line| !line.starts_with('）') && !line.ends_with('（')));
    let english = lines::broken(&font, LONGEST.name_en, 570.0, &[&[32.0], &[32.0], &[28.0]]);
    assert_eq!(english.lines.join(" "), LONGEST.name_en, "words are whole");
}
