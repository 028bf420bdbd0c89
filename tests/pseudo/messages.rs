//! A language that nobody speaks: the English messages in brackets, with accents, and a third longer. What a page shows outside of the
//! brackets is no message, and what is cut would be cut in a longer language too. Two suites use it, so it is in a folder of its own.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use investchn_messages::{EN, Messages, add_language};

/// The tag that is reserved for private use, `qps-ploc` at others.
const TAG: &str = "qps";

/// The folder of the edition.
pub(crate) const FOLDER: &str = "qps/";

/// Returns messages of the language that is made of another one's: each form between ⟦ and ⟧, with accents, a third longer. Values and
/// separators stay as they are.
pub(crate) fn pseudo(messages: &Messages) -> Messages {
    let months = messages.app.facts.months;
    messages.map(TAG, FOLDER, &mut |text: &'static str| -> &'static str {
        let sign = if text == months { ' ' } else { '|' };
        let forms: Vec<String> = text.split(sign).map(form).collect();
        forms.join(sign.encode_utf8(&mut [0; 4])).leak()
    })
}

/// Adds the language to those that the publisher knows. It is the only code that knows of it.
pub(crate) fn add() {
    static LANGUAGE: OnceLock<Messages> = OnceLock::new();
    add_language(LANGUAGE.get_or_init(|| pseudo(&EN)));
}

/// Zones of the register with every kind of fact: in doubt, with former names, uncertain, exited, provincial, of each group of types.
const ZONES: [&str; 9] = [
    "badaling-edz",
    "beijing-etdz",
    "beijinglinkong-ip",
    "daxingguojijichang-cbz",
    "huaian-htz",
    "jiuquan-etdz",
    "manzhouli-bez",
    "putuo-edz",
    "zhangjiakou-etdz",
];

/// Makes the sources of a portal with an edition in this language and in English, from a copy of the fixture: some rows of the portal's own
/// register, the tables of the editions, and translations of three articles.
pub(crate) fn prepare(content: &Path) {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for table in ["zones.csv", "history.csv", "doubts.csv"] {
        let text = fs::read_to_string(own.join(table)).unwrap();
        let (heading, rows) = text.split_once('\n').unwrap();
        let rows = rows.lines().filter(|row| ZONES.contains(&row.split(',').next().unwrap()));
        fs::write(content.join(table), [heading].into_iter().chain(rows).collect::<Vec<_>>().join("\n") + "\n")
            .unwrap();
    }
    for file in ["regions.csv", "sources.toml", "terms.csv"] {
        fs::copy(own.join(file), content.join(file)).unwrap();
    }
    let settings = content.join("site.toml");
    let table =
        |tag| format!("\n[{tag}]\nname = \"Sample\"\nslogan = \"A sample portal\"\ncopyright = \"Sample 2015\"\n");
    fs::write(&settings, fs::read_to_string(&settings).unwrap() + &table("en") + &table(TAG)).unwrap();
    for (article, body) in [
        ("2019-05-01-1", "A sample, [another article](/article/beijing-etdz-1984-1/)."),
        ("2021-06-1", "[A sample film](https://example.com/v.mp4 \"Film\")\n\nA sample."),
        (
            "2022-02-14-2",
            "A sample.\n\n![A sample square](square.png \"Picture: a sample\")\n\n![The same square](square.png)\n\n\
             | Item | Count |\n| :-- | --: |\n| First | 1 |",
        ),
    ] {
        let corrections = "[[corrections]]\ndate = 2023-06-01\ntext = \"A sample correction.\"\n";
        let text = format!(
            "+++\ntitle = \"Sample of {article}\"\nsummary = \"A sample summary.\"\n{corrections}+++\n\n{body}\n"
        );
        fs::write(content.join(format!("articles/huaian-htz/{article}.{TAG}.md")), text).unwrap();
    }
}

/// Changes one form of a message, apart from the white space around it. A form without letters, as a separator, stays as it is.
fn form(form: &str) -> String {
    let text = form.trim();
    let (mut changed, mut letters, mut is_name) = (String::new(), 0, false);
    for letter in text.chars() {
        is_name = (is_name || letter == '{') && letter != '}';
        letters += usize::from(!is_name && letter.is_alphabetic());
        changed.push(if is_name { letter } else { accented(letter) });
    }
    if letters == 0 {
        return form.to_owned();
    }
    // A language with longer words, or with more of them. The brackets are a part of what is more.
    let mut more = "~".repeat(letters.div_ceil(3).saturating_sub(2));
    if text.contains(' ') {
        more = more.as_bytes().chunks(8).flat_map(|word| [" ", str::from_utf8(word).unwrap()]).collect();
    }
    form.replacen(text, &["⟦", &changed, &more, "⟧"].concat(), 1)
}

fn accented(letter: char) -> char {
    let at = "aeiouyAEIOUY".find(letter);
    at.and_then(|at| "áéîöüýÁÉÎÖÜÝ".chars().nth(at)).unwrap_or(letter)
}

#[test]
fn messages_are_longer_and_keep_values_forms_and_separators() {
    for (text, changed) in [
        ("Home", "⟦Hömé⟧"),
        ("Source: ", "⟦Söürcé:⟧ "),
        (", ", ", "),
        ("{zone}: {kind}", "{zone}: {kind}"),
        ("{count} zones found", "⟦{count} zönés föünd ~~⟧"),
        ("Pages that you can read", "⟦Págés thát ýöü cán réád ~~~~~⟧"),
    ] {
        assert_eq!(form(text), changed);
    }
    let messages = pseudo(&EN);
    assert_eq!(messages.app.register.found(1), "⟦1 zöné⟧");
    assert_eq!(messages.app.facts.date("2021-06".parse().unwrap()), "⟦Jüné⟧ 2021");
    assert_eq!((messages.lang(), messages.folder), (TAG, FOLDER));
}
