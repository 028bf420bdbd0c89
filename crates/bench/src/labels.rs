//! The labels of figures in both languages. JSON has the English ones, which are also their keys.

use investchn_tooling::told;

/// Returns a label, such as `article: first paint`, in the language of this process.
pub(crate) fn label(english: &str) -> String {
    let Some((view, figure)) = english.split_once(": ") else { return part(english) };
    let (view, figure) = (part(view), part(figure));
    told!(zh "{view}：{figure}", en "{view}: {figure}")
}

/// Returns a part of a label; one that has no Chinese stays as it is.
fn part(english: &str) -> String {
    chinese(english).map_or_else(|| english.to_owned(), |chinese| told!(zh "{chinese}", en "{english}"))
}

fn chinese(english: &str) -> Option<&'static str> {
    CHINESE.iter().find(|(label, _)| *label == english).map(|(_, chinese)| *chinese)
}

const CHINESE: [(&str, &str); 34] = [
    ("article", "稿件"),
    ("home", "首页"),
    ("zone", "开发区"),
    ("long stay", "长时间停留"),
    ("largest paint", "最大内容绘制"),
    ("first paint", "首次绘制"),
    ("blocking time", "阻塞时间"),
    ("layout shift", "布局偏移"),
    ("bytes", "字节"),
    ("score, performance", "性能得分"),
    ("score, accessibility", "无障碍得分"),
    ("score, best practices", "最佳实践得分"),
    ("score, SEO", "SEO 得分"),
    ("until a click is answered", "点击到响应"),
    ("list to article, cold", "列表到稿件，首次"),
    ("list to article, warm", "列表到稿件，再次"),
    ("article to article, cold", "稿件到稿件，首次"),
    ("article to article, warm", "稿件到稿件，再次"),
    ("back to the list", "返回列表"),
    ("back to an article", "返回稿件"),
    ("JS heap at its end", "结束时的 JS 堆"),
    ("growth of the JS heap", "JS 堆的增长"),
    ("growth of wasm memory", "wasm 内存的增长"),
    ("growth of DOM nodes", "DOM 节点的增长"),
    // Embeds: ways and figures.
    ("nothing", "不嵌入"),
    ("element", "元素"),
    ("element, height reserved", "元素，预留高度"),
    ("frame", "框架"),
    ("RSS widget", "RSS 组件"),
    ("frame and script", "框架加脚本"),
    ("bytes (brotli 11)", "字节（brotli 11）"),
    ("requests", "请求数"),
    ("main thread, ms", "主线程，ms"),
    ("until five titles are seen, ms", "看到五个标题为止，ms"),
];

/// Lists the parts of labels that have no Chinese.
#[cfg(test)]
pub(crate) fn untranslated<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    labels.flat_map(|label| label.split(": ")).filter(|part| chinese(part).is_none()).collect()
}
