//! The worker and the app's manifest: the worker lists existing files, does not change with articles, and can be switched off.

use std::fs;

use crate::workplace::Workplace;

fn published(work: &Workplace) -> String {
    let output = work.build(&[]);
    assert!(output.status.success(), "{output:?}");
    fs::read_to_string(work.path("out/sw.js")).unwrap()
}

#[test]
fn the_shell_lists_published_files_and_does_not_change_with_articles() {
    let work = Workplace::new();
    let worker = published(&work);
    let release = worker.lines().next().unwrap().trim_start_matches("const RELEASE = ").trim_end_matches(';');
    let release: serde_json::Value = serde_json::from_str(release).unwrap();
    let shell: Vec<&str> = release["shell"].as_array().unwrap().iter().filter_map(|file| file.as_str()).collect();
    assert!(shell.contains(&"portal-0.css") && shell.contains(&"offline/"), "{shell:?}");
    assert!(
        !shell.iter().any(|file| file.starts_with("search")),
        "readers who never search load none of it: {shell:?}"
    );
    for file in &shell {
        let path = work.path("out").join(file);
        assert!(path.is_file() || path.join("index.html").is_file(), "{file}");
    }
    fs::write(
        work.path("content/articles/huaian-htz/2024-03-02-1.md"),
        "+++\ntitle = \"示例\"\npublished = 2024-03-02\nsource = \"示例报\"\nzone = \"huaian-htz\"\n+++\n\n示例正文。\n",
    )
    .unwrap();
    let output = work.build(&[]);
    let again = fs::read_to_string(work.path("out/sw.js")).unwrap();
    assert!(work.path("out/article/huaian-htz-20240302-1/index.html").is_file(), "{output:?}");
    assert_eq!(worker, again);
    fs::write(work.path("app/portal-0.css"), "b{}").unwrap();
    assert_ne!(worker, published(&work), "another shell is another worker");
}

#[test]
fn without_offline_the_worker_removes_itself_and_no_page_registers_it() {
    let work = Workplace::new();
    let page = fs::read_to_string(work.path("app/app.html")).unwrap();
    fs::write(work.path("app/app.html"), page.replace(" data-wasm", " data-worker=\"./sw.js\" data-wasm")).unwrap();
    published(&work);
    let home = || fs::read_to_string(work.path("out/index.html")).unwrap();
    assert!(home().contains("data-worker"), "switched on unless the settings say otherwise");
    let site = fs::read_to_string(work.path("content/site.toml")).unwrap();
    fs::write(work.path("content/site.toml"), ["offline = false\n", &site].concat()).unwrap();
    let worker = published(&work);
    assert!(worker.contains("unregister()") && !worker.contains("RELEASE"), "{worker}");
    assert!(!home().contains("data-worker"));
}

#[test]
fn the_manifest_names_the_site_and_uses_relative_addresses() {
    let work = Workplace::new();
    published(&work);
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(work.path("out/manifest.webmanifest")).unwrap()).unwrap();
    let site = fs::read_to_string(work.path("content/site.toml")).unwrap();
    assert!(site.contains(&format!("name = {}", manifest["short_name"])), "{manifest}");
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"./".into(), &"./".into()));
    for (size, icon) in [192, 512, 512].into_iter().zip(manifest["icons"].as_array().unwrap()) {
        let name = icon["src"].as_str().unwrap();
        let bytes = fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public").join(name)).unwrap();
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (size, size), "{name}");
    }
}
