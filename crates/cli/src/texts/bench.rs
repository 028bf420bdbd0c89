//! The help of the benchmarks of `cargo xtask`, of `size` and of `same`.

use investchn_localized::{Text, localized};

pub(super) fn texts() -> Vec<Text> {
    vec![
        localized!(
            zh "比较门户与其他应用；比较发布程序和搜索用 `bench publish` 和 `bench search`",
            en "Compare the portal with other apps; `bench publish` and `bench search` compare the publisher and the search"
        ),
        localized!(
            zh "比较发布程序与 Hugo，并测量多一篇稿件时的发布",
            en "Compare the publisher with Hugo, and measure a build with one more article"
        ),
        localized!(
            zh "在浏览器中比较门户与 React、Solid 和纯静态页面",
            en "Compare the portal in a browser with React, Solid and plain pages"
        ),
        localized!(
            zh "在合作方页面上比较：门户的元素和框架，与 RSS 组件和含应用的框架",
            en "Compare the portal's element and frame on a partner's page with an RSS widget and with a frame that contains an app"
        ),
        localized!(
            zh "用旧页面给导入程序评分，与 trafilatura 和 Readability 对照",
            en "Score the importer on old pages, beside trafilatura and Readability"
        ),
        localized!(
            zh "逐字节比较两个发布程序写出的文件",
            en "Compare every byte that two publishers write"
        ),
        localized!(zh "只检查已编译的应用，不编译", en "Check the built app only; do not build it"),
        // same
        localized!(zh "与哪个版本比较：main、HEAD~3、1a2b3c4", en "The revision to compare with: main, HEAD~3, 1a2b3c4"),
        localized!(zh "版本", en "REVISION"),
        localized!(
            zh "与一个已编译的发布程序比较，代替某个版本",
            en "A built publisher to compare with, instead of that of a revision"
        ),
        localized!(zh "程序", en "PROGRAM"),
        localized!(
            zh "两者共用的已编译应用 [默认：`dist` 或 `serve` 上次编译的应用]",
            en "The built app that both use [default: the app that `dist` or `serve` built last]"
        ),
        // publish
        localized!(zh "两者都发布的合成稿件的篇数", en "Number of articles in the corpus that both publish"),
        localized!(zh "每个程序运行的次数；取中位数", en "Number of runs of each program; the median counts"),
        localized!(
            zh "大的合成语料的稿件数，只由发布程序发布一次",
            en "Number of articles in the large corpus, which only the publisher builds, once"
        ),
        localized!(zh "不测大的合成语料", en "Leave out the large corpus"),
        localized!(
            zh "内存文件系统上的文件夹；不写则为 /dev/shm",
            en "Folder on a memory file system; /dev/shm if it is not given"
        ),
        // web
        localized!(zh "每个对象测量的次数；取中位数", en "Number of runs of each peer; the median counts"),
        localized!(zh "只测这些对象；要有门户才能算比值", en "Measure these peers only; ratios need the portal"),
        localized!(zh "对象", en "PEERS"),
        localized!(zh "只测这些部分；不全测就不画图", en "Measure these parts only; without all of them there is no chart"),
        localized!(zh "部分", en "PARTS"),
        localized!(
            zh "试测：只对稿件页运行 Lighthouse，少量跳转，篇数由一千改为五十；不画图",
            en "Try the benchmark itself: Lighthouse on the article only, few moves, fifty instead of a thousand; no chart"
        ),
        // embed
        localized!(zh "每种方式测量的次数；取中位数", en "Number of runs of each way; the median counts"),
        // import
        localized!(
            zh "只给导入程序评分。不加时 trafilatura（Python）和 Readability（Node.js）也读这些页面",
            en "Score only the importer. Without it, trafilatura (Python) and Readability (Node.js) read the pages too"
        ),
        localized!(zh "列出导入程序读错的页面", en "List the pages that the importer reads wrongly"),
        localized!(
            zh "不评分，而是测量导入这么多页要多久",
            en "Measure how long an import of so many pages takes, instead of scoring"
        ),
        localized!(zh "页数", en "PAGES"),
        localized!(zh "页面的文件夹，代替项目自带的", en "Folders of pages, instead of the project's own"),
        localized!(zh "文件夹", en "FOLDERS"),
        // search
        localized!(
            zh "用合成稿件比较搜索与 Pagefind，并对照目标",
            en "Compare the search with Pagefind and with its goals, on synthetic articles"
        ),
        localized!(zh "两者都做索引的稿件篇数", en "Number of articles of which both make an index"),
        localized!(zh "查询的次数", en "Number of queries"),
        localized!(zh "不测 100,000 篇的门户", en "Leave out the portal of 100,000 articles"),
        localized!(
            zh "存放合成稿件和输出的文件夹；不写则为 target/bench/search",
            en "Folder for corpora and outputs; target/bench/search if it is not given"
        ),
        localized!(zh "文件夹", en "FOLDER"),
        localized!(zh "为一个文本文件写索引", en "Write the index of a file of texts"),
        localized!(zh "文本文件", en "File of texts"),
        localized!(zh "索引的文件夹", en "Folder of the index"),
        localized!(zh "文本", en "TEXTS"),
        localized!(zh "输出", en "OUT"),
    ]
}
