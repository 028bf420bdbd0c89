//! The help of `cargo xtask`, except its benchmarks.

use investchn_localized::{Text, localized};

pub(super) fn texts() -> Vec<Text> {
    vec![
        localized!(zh "本项目的命令，供贡献者和 CI 使用", en "The commands of this project, for contributors and CI"),
        localized!(
            zh "安装缺少的工具，并列出已有的工具",
            en "Install missing tools, and list the tools that are installed"
        ),
        localized!(
            zh "也安装 `test` 所需的：三种浏览器及其 WebDriver、中文字体和各种服务器",
            en "Install also what `test` needs: three browsers, their WebDrivers, Chinese fonts and the hosts"
        ),
        localized!(
            zh "在本机上打开门户，每次改动后重新编译",
            en "Serve the portal on this machine and rebuild it on every change"
        ),
        localized!(zh "127.0.0.1 上的端口", en "Port on 127.0.0.1"),
        localized!(zh "端口", en "PORT"),
        localized!(zh "首次编译后在浏览器中打开门户", en "Open the portal in a browser after the first build"),
        localized!(zh "为服务器编译门户，写到 dist/", en "Build the portal for a host, into dist/"),
        localized!(
            zh "门户发布后的网址，例如 https://www.example.com/news/",
            en "Address of the published portal, for example https://www.example.com/news/"
        ),
        localized!(
            zh "每个文件旁边再写 .br 和 .gz，供发送预压缩文件的服务器使用",
            en "Write a .br and a .gz beside every file, for a host that serves precompressed files"
        ),
        localized!(
            zh "比较发布程序（`bench publish`）与 Hugo，门户与其他应用，搜索（`bench search`）与 Pagefind",
            en "Compare the publisher (`bench publish`) with Hugo, the portal with other apps and the search (`bench search`) with Pagefind"
        ),
        localized!(
            zh "按限额检查读者在应用启动前下载的文件，并列出 wasm 的组成",
            en "Check the files that readers download before the app answers against the budget, and list the parts of the wasm"
        ),
        localized!(
            zh "分别用某个版本和当前版本的发布程序发布，逐字节比较；重构不得改变任何一个字节",
            en "Publish with the publisher of a revision and with this one, and compare every byte; a refactoring must not change any"
        ),
        localized!(zh "检查格式、clippy 和代码库的规则", en "Check the format, the lints and the rules of the tree"),
        localized!(
            zh "只检查代码库的规则，这些规则编译器不检查",
            en "Check only the rules of the tree, which no compiler checks"
        ),
        localized!(
            zh "列出各 crate 的大小和约定；有 crate 太大时失败",
            en "Print the crates with their sizes and invariants; fail if one is too large"
        ),
        localized!(
            zh "编译门户并运行全部测试，包括真实浏览器中的测试",
            en "Build the portal and run every test, including those in real browsers"
        ),
        localized!(
            zh "`--` 之后写 `cargo test` 的参数，只对已编译的门户运行选中的测试：`-- --test site moving::`",
            en "After `--`, arguments of `cargo test` that select tests on the portal as it is built: `-- --test site moving::`"
        ),
        localized!(zh "cargo test 的参数", en "CARGO TEST"),
        localized!(
            zh "在除存储以外的各种服务器上测试 `test` 编译的门户，并输出 docs/hosting.md 中表格的各行",
            en "Test the portal that `test` built on every host except the store, and print the rows of the table in docs/hosting.md"
        ),
        localized!(
            zh "模拟发布 `test` 编译的门户：读者阅读时，文件逐个到达服务器",
            en "Simulate releases of the portal that `test` built: the files arrive at a host one by one while somebody reads"
        ),
        localized!(zh "发布的次数", en "Number of releases"),
        localized!(zh "次数", en "TIMES"),
        localized!(
            zh "改为：把门户和许多稿件存入三个节点的存储，其间停掉节点",
            en "Instead, fill a store of three nodes with the portal and many articles, and kill nodes meanwhile"
        ),
        localized!(
            zh "存储中合成稿件的篇数，其中一些会更正",
            en "Number of synthetic articles in the store; some of them are corrected"
        ),
        localized!(zh "篇数", en "ARTICLES"),
        localized!(
            zh "生成并打包 web/ 的脚本和 style/ 的样式表（Trunk 编译前调用）",
            en "Generate and bundle the scripts of web/ and the sheets of style/ (Trunk's hook before a build)"
        ),
        localized!(
            zh "把内容发布到当前的编译结果中（Trunk 编译后调用）",
            en "Publish the content into the current build (Trunk's hook after a build)"
        ),
    ]
}
