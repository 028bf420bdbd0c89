//! Tests of the lines of HTML pages.

use super::*;
use crate::line::Link;

fn texts(html: &str) -> Vec<String> {
    read(html).lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn paragraphs_are_found_in_any_markup() {
    let html = "<HTML><BODY><CENTER><FONT size=4>标题</FONT></CENTER><TABLE><TR><TD>　　第一段，<FONT color=red>一</FONT>\n\
                二。<BR><BR>&nbsp;&nbsp;&nbsp;&nbsp;第二段\nand words&nbsp; here。<P>第三段<P>第四段<SCRIPT>x()</SCRIPT>\
                <DIV style='DISPLAY: none'>看不见</DIV></TABLE>";
    assert_eq!(texts(html), ["标题", "第一段，一二。", "第二段 and words here。", "第三段", "第四段"]);
}

#[test]
fn data_tables_are_told_from_layout_tables() {
    let rows = |html: &str| match read(html).lines.as_slice() {
        [Line { form: Form::Table(rows), .. }] => Some(rows.clone()),
        _ => None,
    };
    let data = "<table><tr><th>区<th>数<tr><td><p>甲</p><td>1</table>";
    assert_eq!(rows(data), Some(vec![vec!["区".to_owned(), "数".to_owned()], vec!["甲".to_owned(), "1".to_owned()]]));
    for layout in [
        "<table><tr><td>来源：甲<td>乙<tr><td>丙<td>丁</table>",
        "<table><tr><td>甲<td>乙</table>",
        "<table><tr><td>甲<tr><td>乙</table>",
        "<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>",
    ] {
        assert_eq!(rows(layout), None, "{layout}");
    }
}

#[test]
fn documents_in_data_tables_are_linked_below_them() {
    let html = "<table border=1><tr><th>号<th>附件<tr><td>1<td><a href='HTTP://a.cn/d/a.xls'>目录</a><tr><td>2<td><a href='b.asp'>旧页</a>\
                </table><p>正文";
    let lines = read(html).lines;
    assert!(matches!(lines[0].form, Form::Table(_)) && lines[0].attachments.is_empty());
    assert_eq!(
        (lines[1].text.as_str(), lines[1].attachments.as_slice()),
        ("目录", &["http://a.cn/d/a.xls".to_owned()][..])
    );
    assert_eq!(lines[1].links, [Link { range: 0.."目录".len(), href: "http://a.cn/d/a.xls".to_owned() }]);
    assert_eq!((lines[2].text.as_str(), lines.len()), ("正文", 3));
}

#[test]
fn links_items_headings_and_pictures_keep_their_form() {
    let lines = read(
        "<h2>小标题</h2><p>见<a href='http://example.com/a'>示例网</a>与<a href='b.asp'>旧页</a>。</p><ol><li>甲<li>乙</ol>\
         <p align=center><img src='a.jpg' alt='图中'><br>图为示例</p><p><a href='/'>首页</a> | <a href='/n'>新闻</a></p>",
    )
    .lines;
    let forms: Vec<&Form> = lines.iter().map(|line| &line.form).collect();
    let picture = Form::Picture(Shown { address: "a.jpg".to_owned(), alt: "图中".to_owned() });
    let expected =
        [Form::Heading(2), Form::Text, Form::Item(Some(1)), Form::Item(Some(2)), picture, Form::Text, Form::Text];
    assert_eq!(forms, expected.iter().collect::<Vec<_>>());
    assert_eq!(lines[1].links.len(), 1);
    assert_eq!(&lines[1].text[lines[1].links[0].range.clone()], "示例网");
    assert!(lines[6].linked && !lines[1].linked);
}

#[test]
fn ten_thousand_unclosed_tags_do_not_overflow_the_stack() {
    assert_eq!(texts(&("<font>".repeat(10_000) + "深")), ["深"]);
}

#[test]
fn the_old_address_and_the_encoding_are_read() {
    let document = read(
        "<!-- saved from url=(0043)http://www.example.com/news/show.asp?id=1 --><head><base href='http://a/'>\
         <link rel='Canonical' href='http://a/b'><title>甲\n乙</title></head>",
    );
    assert_eq!(document.saved_from.as_deref(), Some("http://www.example.com/news/show.asp?id=1"));
    assert_eq!((document.base.as_deref(), document.canonical.as_deref()), (Some("http://a/"), Some("http://a/b")));
    assert_eq!(document.title.as_deref(), Some("甲 乙"));
    assert_eq!(
        charset("<META content='text/html; charset=GB2312' http-equiv=Content-Type>").as_deref(),
        Some("gb2312")
    );
    assert_eq!(charset("<meta charset=gbk>").as_deref(), Some("gbk"));
    assert_eq!(charset("<p>"), None);
}

#[test]
fn addresses_have_no_line_ends() {
    let html = "<link rel=canonical href='/a\n/1\t.html'><img src='a\n# b.jpg'><embed src='v\r\n- .swf'>";
    let document = read(html);
    let forms: Vec<&Form> = document.lines.iter().map(|line| &line.form).collect();
    let picture = Form::Picture(Shown { address: "a# b.jpg".to_owned(), alt: String::new() });
    assert_eq!(forms, [&picture, &Form::Embedded("v- .swf".to_owned())]);
    assert_eq!(document.canonical.as_deref(), Some("/a/1.html"));
}

#[test]
fn lazy_pictures_have_their_real_address() {
    for (img, expected) in [
        ("<img src='blank.gif' data-src='/d/1.jpg'>", "/d/1.jpg"),
        ("<img src='file:///C:/1.jpg' orisrc='/d/1.jpg'>", "/d/1.jpg"),
        ("<img src='/d/1.jpg' data-src='data:image/gif;base64,x'>", "/d/1.jpg"),
    ] {
        let lines = read(img).lines;
        assert!(matches!(&lines[0].form, Form::Picture(shown) if shown.address == expected), "{img}: {lines:?}");
    }
    assert!(read("<img src='/images/pdf.gif'>").lines.is_empty());
}

#[test]
fn directives_and_the_frame_of_an_archive_are_no_text() {
    let html = "<%@ page pageEncoding='GBK'%><?php echo 1; ?><!-- BEGIN WAYBACK TOOLBAR INSERT --><p>存档\
                <!-- END WAYBACK TOOLBAR INSERT --><p>正文";
    assert_eq!(texts(html), ["正文"]);
}

#[test]
fn scripts_write_only_facts() {
    let html = "<body><script>var d='2017年06月15日';document.write('发布时间：'+d)</script><script>document.write('广告')</script><p>正文";
    assert_eq!(texts(html), ["发布时间：2017年06月15日", "正文"]);
}
