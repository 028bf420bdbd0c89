//! Which figures of a text another text lacks.
#![allow(clippy::unwrap_used, reason = "tests may panic")]

use investchn_figures::{Figure, Known, figures};
use proptest::prelude::*;

/// Returns the figures of `text` that `other` lacks. Both are of 2020.
fn lacking(text: &str, other: &str) -> Vec<String> {
    let found = figures(text);
    let lacking = Known::new(&figures(other), Some(2020)).lacks(&found);
    lacking.into_iter().map(|index| text[found[index].at.clone()].to_owned()).collect()
}

#[test]
fn texts_that_say_the_same_lack_nothing_of_each_other() {
    for (chinese, english) in [
        ("投资12亿元", "an investment of RMB 1.2 billion"),
        ("投资12亿元", "an investment of CNY1,200 million"),
        ("投资1亿2000万元", "RMB 120 million"),
        ("产值1.5万亿元", "output of 1.5 trillion yuan"),
        ("3—5亿元", "RMB 300–500 million"),
        ("3至5亿元", "3 to 5 hundred million yuan"),
        ("100多万人", "more than one million people"),
        ("占地2700亩", "covers 2,700 mu"),
        ("规划面积４６．５平方公里", "a planned area of 46.5 square kilometres"),
        ("三个片区，两年零五个月", "three areas, two years and five months"),
        ("9家", "nine zones"),
        ("一百二十家企业", "120 companies"),
        ("二十一家企业", "twenty-one companies"),
        ("一百二十个项目", "one hundred and twenty projects"),
        ("占八成，增长百分之三十", "80 percent, up by 30%"),
        ("提高3.5个百分点", "up by 3.5 percentage points"),
        ("2017年2月13日", "13 February 2017"),
        ("2017年2月13日", "February 13, 2017"),
        ("二〇一七年二月十三日", "on the 13th of Feb. 2017"),
        ("2017-02-13", "13 February 2017"),
        ("2017.2.13", "2017年2月13日"),
        ("2月22日至25日", "22–25 February"),
        ("2月22日至25日", "from February 22 to 25"),
        ("2月13日、14日和15日", "on 13, 14 and 15 February"),
        ("2月13、14日", "13 and 14 February"),
        ("记者13日获悉", "it was learned on 13 February"),
        ("2月13日", "on the 13th"),
        ("1至10月", "from January to October"),
        ("1—9月", "in the first nine months"),
        ("2011—2015年", "2011–15"),
        ("上世纪九十年代，20世纪90年代", "in the nineties, in the 1990s of the 20th century"),
        ("去年和2020年", "in 2019, and this year"),
        ("国办函〔2024〕83号", "Guobanhan [2024] No. 83"),
        ("国发〔1991〕12号", "Guofa (1991) No. 12"),
        ("第14届大会", "the 14th congress"),
        ("“十五”计划和“十二五”规划", "the Tenth and the 12th Five-Year Plan"),
        ("装机30万千瓦", "a capacity of 300 MW"),
        ("110千伏", "110 kV"),
        ("5G、G20、C919", "5G, the G20 and the C919"),
        ("百强企业，千亿级产业", "top companies, an industry on the 100-billion level"),
        ("9时30分开幕", "opened at 9:30 a.m."),
        ("增长2倍", "tripled"),
        ("见https://example.com/2018/8/245160.shtml", "see www.example.com/99"),
        ("1）土地；2）税收", "land and taxes"),
        ("日本投资100日元", "100 yen from Japan"),
    ] {
        assert_eq!(lacking(chinese, english), Vec::<String>::new(), "{chinese} | {english}");
        assert_eq!(lacking(english, chinese), Vec::<String>::new(), "{english} | {chinese}");
    }
}

#[test]
fn what_differs_is_named_as_it_is_written() {
    for (text, other, expected) in [
        ("投资12亿元", "RMB 12 billion", &["12亿"][..]),
        ("RMB 12 billion", "投资12亿元", &["12 billion"]),
        ("RMB 1.2 million", "投资12亿元", &["1.2 million"]),
        ("2月13日", "14 February", &["2月13日"]),
        ("14 February", "2月13日", &["14 February"]),
        ("2 May", "5月9日有2家", &["2 May"]),
        ("13 February", "3月13日", &["13 February"]),
        ("in July", "6月", &["July"]),
        ("2017年", "in 2018", &["2017年"]),
        ("国办函〔2024〕83号", "Guobanhan [2024] No. 84", &["〔2024〕83号"]),
        ("一百二十家", "102 companies", &["一百二十"]),
        ("二〇一七年", "in 2016", &["二〇一七年"]),
        ("46.5平方公里", "45.6 square kilometres", &["46.5"]),
        ("增长8%", "up by 9%", &["8"]),
        ("twelve parks", "11个园区", &["twelve"]),
        ("去年", "in 2018", &[]),
        ("in 2018", "去年", &["2018"]),
        ("12家、12项、13个", "none", &["12", "13"]),
    ] {
        assert_eq!(lacking(text, other), expected, "{text} | {other}");
    }
}

#[test]
fn a_long_text_is_read_fast() {
    let text = "2017年2月13日，投资12亿元；on 13 February 2017, one hundred and twenty (3–5 million). ".repeat(10_000);
    let found = figures(&text);
    assert!(found.len() > 40_000 && Known::new(&found, None).lacks(&found).is_empty());
}

/// Writes a number as it is spoken in Chinese.
fn spoken(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let mut is_gap = false;
    let (high, low) = (number / 10_000, number % 10_000);
    if high > 0 {
        text = spoken(high) + "万";
        is_gap = low > 0 && low < 1000;
    }
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = low / power % 10;
        if digit == 0 {
            is_gap |= !text.is_empty() && low % power > 0;
            continue;
        }
        if std::mem::take(&mut is_gap) {
            text.push('零');
        }
        text.push_str(DIGITS[digit as usize]);
        text.push_str(unit);
    }
    text
}

fn are_inside(text: &str, found: &[Figure]) {
    for figure in found {
        assert!(!text[figure.at.clone()].is_empty() && !figure.values.is_empty());
    }
    assert!(found.windows(2).all(|pair| pair[0].at.start <= pair[1].at.start));
}

proptest! {
    #[test]
    fn a_text_lacks_nothing_of_itself(text in "[0-9一二十百万亿月日年号成至a-zM.,:/()〔〕% —-]{0,60}|\\PC{0,60}") {
        let found = figures(&text);
        are_inside(&text, &found);
        prop_assert!(Known::new(&found, None).lacks(&found).is_empty(), "{}", text);
    }

    #[test]
    fn numbers_are_the_same_in_every_form(number in 10_u32..100_000_000) {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let wide: String = digits.chars().map(|it| char::from_u32(u32::from(it) + 0xfee0).unwrap()).collect();
        let forms = [
            format!("{digits}个"),
            format!("{grouped} items"),
            format!("{wide}个"),
            format!("{}个", spoken(number)),
            format!("{}.{:04}万", number / 10_000, number % 10_000),
            format!("{}.{:06} million", number / 1_000_000, number % 1_000_000),
        ];
        let other = format!("{}个", number + 1);
        for form in &forms {
            for same in &forms {
                prop_assert_eq!(lacking(form, same), Vec::<String>::new(), "{} | {}", form, same);
            }
            prop_assert_eq!(lacking(form, &other).len(), 1, "{} | {}", form, other);
        }
    }

    #[test]
    fn dates_are_the_same_in_both_languages(year in 1949_u32..2100, month in 1_u32..=12, day in 1_u32..=31) {
        const MONTHS: [&str; 12] = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ];
        let name = MONTHS[month as usize - 1];
        let forms = [
            format!("{year}年{month}月{day}日"),
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year}"),
            format!("{year}-{month:02}-{day:02}"),
        ];
        let other = format!("{year}年{month}月{}日", if day == 31 { 1 } else { day + 1 });
        for form in &forms {
            for same in &forms {
                prop_assert_eq!(lacking(form, same), Vec::<String>::new(), "{} | {}", form, same);
            }
            prop_assert_eq!(lacking(form, &other).len(), 1, "{} | {}", form, other);
        }
    }
}
