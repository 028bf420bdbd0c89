//! The help of `investchn-publish`, except `import` and `zone`.

use investchn_localized::{Text, localized};

pub(super) fn texts() -> Vec<Text> {
    vec![
        // The program and its commands.
        localized!(
            zh "发布开发区门户：读取稿件和名录，检查，写成一个静态文件的文件夹",
            en "Publishes a portal of development zones: reads sources, checks them, writes a folder of static files"
        ),
        localized!(
            zh "检查内容，没有错误就写出网站",
            en "Check the content and, if it has no error, write the site"
        ),
        localized!(
            zh "每个问题占一行：“文件:行:列 规则 说明，怎么改”。只要有错误就什么都不写，输出文件夹保持上次成功发布的样子",
            en "Every problem is printed as `file:line:column rule message, what to do`. If there is an error, nothing is written, and the output folder stays as the last successful build left it"
        ),
        localized!(
            zh "列出内容中的错误和警告，什么都不写",
            en "List the errors and warnings of the content, and write nothing"
        ),
        localized!(
            zh "每个问题占一行：“文件:行:列 规则 说明，怎么改”，各条规则见 docs/zh-CN/rules.md。有错误就不能发布，有警告可以；提示只计数。有错误时命令失败，加 --strict 时有警告也失败",
            en "Every problem is a line `file:line:column rule message, what to do`; docs/rules.md explains each rule. Errors stop a build, warnings do not; notes are only counted. Fails if there are errors, or with --strict also if there are warnings"
        ),
        localized!(
            zh "写一个内容文件夹，里面是关于真实开发区的合成稿件，用来试任意规模的门户",
            en "Write a content folder of synthetic articles about the zones of the real register, to try the portal at any size"
        ),
        localized!(
            zh "每个标题以“示例”开头，每篇正文开头都说明是合成的",
            en "Every title begins with 示例, and every body says first that it is synthetic"
        ),
        localized!(
            zh "记下所有文件都已上传，待上传清单从空开始",
            en "Mark every file as uploaded, so that the lists of files to upload start empty"
        ),
        localized!(
            zh "在此之前，清单一次次发布累加，这样下一次上传能补上失败的那次",
            en "Until then the lists accumulate from build to build, so that the next upload makes up for one that failed"
        ),
        localized!(
            zh "把旧网站的页面（纯文本或 HTML）转成稿件",
            en "Convert pages of the old site, plain text or HTML, to sources"
        ),
        localized!(
            zh "稿件中放不下的文字留在“待整理”标题下，这样的稿件是草稿。不覆盖任何文件，导入过的页面会跳过。有页面没导入时命令失败",
            en "Text that has no place in a source is kept under a heading 待整理; the source is then a draft. No file is overwritten, and a page that was imported before is skipped. Fails if a page was not imported"
        ),
        localized!(
            zh "新建一篇稿件，用下一个空号，并显示它的路径",
            en "Create the file of a new article with the next free number, and print its path"
        ),
        localized!(
            zh "新稿件是草稿：写好正文，填上来源，再删去 `draft`",
            en "The article is a draft: write the text, name the source, and remove `draft`"
        ),
        localized!(
            zh "显示服务器的设置或命令，供不从网站读取配置的服务器使用",
            en "Print the settings or commands for a host that does not read its configuration from the site"
        ),
        localized!(
            zh "host/ 中的文件用于放在服务器根目录的门户；用法见 docs/zh-CN/hosting.md",
            en "host/ has them for a portal at the root of its host; docs/hosting.md explains how to use them"
        ),
        localized!(
            zh "按发布时的哈希值核对网站的一份副本，列出不同之处",
            en "Compare a copy of the site with the digests of its build, and list the differences"
        ),
        localized!(
            zh "修改开发区名录：升级、更名、退出、合并或新增",
            en "Edit the register: upgrade, rename, strike, merge or add a zone"
        ),
        localized!(
            zh "只改有关的行，原先的情况记入 history.csv，并显示改动的每一格。先检查结果：有错误就什么都不写。名录的说明见 docs/zh-CN/register.md",
            en "Changes only the rows concerned, keeps what a zone was before in history.csv, and prints each changed cell. The result is checked first: if it has an error, nothing is written. docs/register.md explains the register"
        ),
        // What several commands have.
        localized!(
            zh "内容文件夹：site.toml、zones.csv、regions.csv、sources.toml、articles/",
            en "Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/"
        ),
        // build
        localized!(
            zh "编译好的应用所在的文件夹：Trunk 的输出，或本命令以前的输出",
            en "Folder with the built app: Trunk's output, or an earlier output of this command"
        ),
        localized!(
            zh "要写的文件夹：新的、空的，或以前的输出；可以与 --app 相同",
            en "Folder to write. New, empty, or an earlier output; may be the same as --app"
        ),
        localized!(
            zh "门户发布后的网址，代替 site.toml 中的网址",
            en "Address of the published portal, instead of the one in site.toml"
        ),
        localized!(zh "草稿也发布，并标明是草稿", en "Publish drafts too, marked as such"),
        localized!(
            zh "发布状态的文件夹（哈希值、上传清单），从不上传 [默认：输出文件夹名加 .build]",
            en "Folder of the build state (digests, upload plan), which is never uploaded [default: the output's name with .build]"
        ),
        localized!(
            zh "以前的输出，其中的应用文件留给还开着的页面；可以与 --out 相同",
            en "An earlier output, whose app files are kept for pages that are open; may be the same as --out"
        ),
        localized!(
            zh "压缩后更小的文件，旁边再写 .br 和 .gz，供发送预压缩文件的服务器使用",
            en "Write a .br and a .gz beside every file that they make smaller, for hosts that serve precompressed files"
        ),
        localized!(
            zh "查看输出中的每个文件，以防有人就地改过；否则只看每个页面，以及增加、删除、替换过文件的文件夹",
            en "Look at every file of the output, in case somebody has edited one in place; else only at pages, and at folders in which files were added, removed or replaced"
        ),
        // check
        localized!(zh "有警告也算失败", en "Fail on warnings too"),
        localized!(
            zh "text 供人看，json 供程序读，sarif（2.1.0）供代码托管平台用",
            en "Text for people, JSON, or SARIF 2.1.0 for code hosts"
        ),
        localized!(zh "格式", en "FORMAT"),
        localized!(
            zh "今天的日期，写成 2026-11-24，晚于它的日期算错误 [默认：最新提交的日期，没有提交就按系统时钟]",
            en "Today, as in 2026-11-24: a later date is an error [default: the day of the newest commit, else of the clock]"
        ),
        localized!(
            zh "最多显示多少个问题，错误在先；其余只计数",
            en "Maximum number of diagnostics to print, errors first; the rest is counted"
        ),
        localized!(zh "也列出提示；不加时只计数", en "List the notes too; else they are only counted"),
        localized!(zh "草稿也按正式稿件检查", en "Check drafts as if they were published"),
        localized!(
            zh "改正只有一种改法的问题，改之前先显示差异",
            en "Mend what has one reading, and show the difference first"
        ),
        localized!(
            zh "与 --fix 同用：只显示差异，什么都不写",
            en "With --fix: show the difference, and write nothing"
        ),
        // demo
        localized!(zh "稿件的篇数", en "Number of articles"),
        localized!(
            zh "加上英文版，每个开发区每 N 篇有一篇英文稿；不写时只有中文",
            en "Adds an English edition, in which every N-th article of a zone has an English text; without it the corpus is in Chinese alone"
        ),
        localized!(
            zh "生成用的种子；同一个种子写出的内容完全相同",
            en "Seed of the generator; the same seed writes the same bytes"
        ),
        localized!(zh "种子", en "S"),
        localized!(
            zh "要写的文件夹，新的或空的；之后作为 `build` 的 --content",
            en "Folder to write, new or empty; use it as --content of `build`"
        ),
        localized!(
            zh "有名录和设置的内容文件夹",
            en "Folder of sources with the register and the settings"
        ),
        // mark-deployed
        localized!(
            zh "已上传的文件夹：`build` 的输出",
            en "Folder that was uploaded: an output of `build`"
        ),
        localized!(
            zh "发布状态的文件夹，与 `build` 的相同 [默认：输出文件夹名加 .build]",
            en "Folder of the build state, as for `build` [default: the output's name with .build]"
        ),
        // new
        localized!(
            zh "开发区，写代号或任一名称：huaian-htz、淮安高新区",
            en "The zone, by its id or any of its names: huaian-htz, 淮安高新区"
        ),
        localized!(zh "标题", en "The headline"),
        localized!(zh "标题", en "TITLE"),
        localized!(
            zh "发布日期，知道多细就写多细：2022-02-14、2021-06、1984 [默认：今天，按北京时间]",
            en "Date of publication, as precise as it is known: 2022-02-14, 2021-06, 1984 [default: today in China]"
        ),
        localized!(zh "text（文字）、photo（图片）或 video（视频）", en "text, photo or video"),
        localized!(zh "类型", en "KIND"),
        // host-config
        localized!(zh "host/ 中该服务器的文件名", en "Name of the host's file in host/"),
        localized!(zh "门户所在的路径，首尾都有斜杠", en "Path of the portal's base, with a slash at both ends"),
        localized!(
            zh "服务器的根文件夹，其下 --base 处是门户的文件夹",
            en "Folder of the host's root, which contains the portal's folder at --base"
        ),
        localized!(
            zh "服务器监听的端口，或地址和端口",
            en "Port, or address and port, on which the server listens"
        ),
        localized!(zh "端口", en "LISTEN"),
        // verify
        localized!(
            zh "副本：一个文件夹，或本机上门户的网址（http://127.0.0.1:8080/portal/）",
            en "The copy: a folder, or the address of the portal's base on this machine (http://127.0.0.1:8080/portal/)"
        ),
        localized!(zh "副本", en "COPY"),
        localized!(
            zh "发布状态的文件夹，发布时写在输出旁边",
            en "Folder of the build state, which the build wrote beside its output"
        ),
    ]
}
