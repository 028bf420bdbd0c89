//! Videos that a page plays by a script or by a Flash player, which has the address in its variables.

use scraper::node::Element;

use crate::line;
use crate::scripts;

/// The endings of videos.
const VIDEOS: [&str; 10] = [".mp4", ".flv", ".f4v", ".m3u8", ".wmv", ".avi", ".mov", ".webm", ".rmvb", ".mpg"];

/// The names that players give to the address of what they play.
const NAMES: [&str; 10] = ["file", "vcastr_file", "url", "src", "video", "videourl", "flv", "movie", "source", "path"];

/// Returns the address that a player has in its variables, or behind its own address.
pub(super) fn played(element: &Element) -> Option<String> {
    let said = ["flashvars", "FlashVars", "flashVars"].into_iter().find_map(|name| element.attr(name));
    let of_param = element.attr("name").filter(|name| name.eq_ignore_ascii_case("flashvars"));
    let variables = said.or_else(|| of_param.and_then(|_| element.attr("value"))).or_else(|| {
        let address = element.attr("src").or_else(|| element.attr("data")).or_else(|| element.attr("value"))?;
        let (player, variables) = address.split_once('?')?;
        // A relative address would be relative to the player.
        let is_relative = !variables.contains("=/") && !variables.contains("://");
        (player.to_ascii_lowercase().ends_with(".swf") && !is_relative).then_some(variables)
    })?;
    variables.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_address = NAMES.contains(&name.trim().to_ascii_lowercase().as_str());
        let address = value.split('|').next().unwrap_or_default();
        (is_address && is_video(address)).then(|| line::address(address))
    })
}

/// Returns the videos that a script plays: `var videoUrl = "a.mp4"`, `file: "a.flv"`, `write('<video src="a.mp4">')`.
pub(crate) fn in_script(script: &str) -> Vec<String> {
    let lower = script.to_ascii_lowercase();
    if !VIDEOS.iter().any(|ending| lower.contains(ending)) {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    for text in scripts::texts(script) {
        // A text may be the markup of a player, or its variables.
        let parts = text.split(|sign: char| sign.is_whitespace() || "\"'<>=&|".contains(sign));
        for part in parts.filter(|part| is_video(part)) {
            let address = line::address(part);
            if !found.contains(&address) {
                found.push(address);
            }
        }
    }
    found
}

/// Returns true for the address of a video. The ending alone is none: a player names the kinds that it knows.
fn is_video(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim().to_ascii_lowercase();
    VIDEOS.iter().any(|ending| path.strip_suffix(ending).is_some_and(|stem| stem.ends_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::in_script;
    use crate::html_page;
    use crate::line::Form;

    #[test]
    fn scripts_name_the_videos_that_they_play() {
        for script in [
            "var videoUrl = \"/v/示例1.mp4\";",
            "jwplayer('p').setup({ file: \"/v/示例1.mp4\", width: 640 });",
            "document.write('<video src=\\\"/v/示例1.mp4\\\" controls></video>');",
            "document.write(\"<embed src='/p.swf' flashvars='file=/v/示例1.mp4&auto=1'>\");",
            "var s1 = new SWFObject('p.swf'); s1.addVariable('file', '/v/示例1.mp4');",
        ] {
            assert_eq!(in_script(script), ["/v/示例1.mp4"], "{script}");
        }
        assert!(in_script("var kinds = ['.mp4', '.flv'];").is_empty());
    }

    #[test]
    fn variables_of_a_player_name_the_video_once() {
        let page = "<object><param name=movie value=/p.swf><param name=FlashVars value='vcastr_file=/v/a.flv'>\
                    <embed src=/p.swf flashvars='vcastr_file=/v/a.flv'></object><embed src='/p.swf?file=/v/b.flv'>";
        let lines = html_page::read(page).lines;
        let videos: Vec<&str> = lines
            .iter()
            .filter_map(|line| match &line.form {
                Form::Embedded(address) => Some(address.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(videos, ["/v/a.flv", "/v/b.flv"]);
    }
}
