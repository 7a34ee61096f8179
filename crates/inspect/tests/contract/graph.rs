//! What is read, and what its declarations lead to.

use std::fs;

use fedseal_inspect::contract::{Emitted, ExtractOptions, Way};

use crate::project::{owned, project, run, run_with, texts};

#[test]
fn the_graph_is_that_of_the_declarations() {
    let dir = project(&[
        (
            "src/a.ts",
            "import { helper } from './broken';\nimport type { B } from './b';\nexport const a = (): B => helper();",
        ),
        ("src/b.ts", "import './missing';\nimport { C } from './folder';\nexport interface B { c: C }"),
        ("src/folder/index.ts", "export type C = string;"),
        ("src/broken.ts", "this is no TypeScript"),
    ]);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(
        texts(&extracted).keys().copied().collect::<Vec<_>>(),
        ["A.d.ts", "_internal/src/b.d.ts", "_internal/src/folder/index.d.ts"]
    );
    assert!(texts(&extracted)["A.d.ts"].contains("from './_internal/src/b.js'"), "{}", texts(&extracted)["A.d.ts"]);
    assert!(texts(&extracted)["_internal/src/b.d.ts"].contains("from './folder/index.js'"));
    // A side effect is part of the declaration, so it has to lead somewhere.
    assert_eq!(
        found,
        [(
            "contract/unresolved-import",
            "src/b.ts imports \"./missing\", which cannot be resolved".to_owned(),
            Some(("src/b.ts".to_owned(), Some(1)))
        )]
    );
}

#[test]
fn cycles_and_stars() {
    let dir = project(&[
        ("src/index.ts", "export * from './a';\nexport * from './b';\nexport * as all from './index';"),
        ("src/a.ts", "export * from './b';\nexport type A = import('./b').B;"),
        ("src/b.ts", "export * from './a';\nexport type { A as B } from './a';"),
    ]);
    let (extracted, found) = run(dir.path(), &[(".", "./src"), ("./a", "src/a"), ("./b/deep", "./src/b.ts")]);
    assert_eq!(found, []);
    let texts = texts(&extracted);
    assert_eq!(texts.keys().copied().collect::<Vec<_>>(), ["a.d.ts", "b/deep.d.ts", "index.d.ts"]);
    assert!(texts["index.d.ts"].contains("'./b/deep.js'") && texts["index.d.ts"].contains("'./index.js'"));
    assert!(texts["b/deep.d.ts"].contains("'../a.js'"));
    assert!(texts["a.d.ts"].contains("import('./b/deep.js').B"));
    assert_eq!(extracted.exposes[0].source, "src/index.ts");
}

#[test]
fn what_is_no_typescript() {
    let dir = project(&[
        (
            "src/a.ts",
            "import styles from './a.module.scss';\nimport data from './data.json';\nimport './a.css';\nimport type { D } from './d';\nexport type A = [typeof styles, typeof data, D];",
        ),
        ("src/a.module.scss", ".a {}"),
        ("src/a.css", ".a {}"),
        ("src/data.json", r#"{ "a": [] }"#),
        ("src/d.d.ts", "/// <reference path=\"./e.d.ts\" />\nexport type D = 1; // kept"),
        ("src/e.d.ts", "interface E {}"),
    ]);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    let ways: Vec<(&str, Way)> = extracted.modules.iter().map(|one| (one.stub.as_str(), one.way)).collect();
    assert_eq!(
        ways,
        [
            ("A.d.ts", Way::Fast),
            ("_internal/src/a.module.scss.d.ts", Way::Style),
            ("_internal/src/d.d.ts", Way::Declaration),
            ("_internal/src/data.json.d.ts", Way::Json),
            ("_internal/src/e.d.ts", Way::Declaration),
        ]
    );
    let texts = texts(&extracted);
    assert!(!texts["A.d.ts"].contains("a.css"), "{}", texts["A.d.ts"]);
    assert!(texts["A.d.ts"].contains("'./_internal/src/a.module.scss.js'"));
    assert_eq!(texts["_internal/src/d.d.ts"], "/// <reference path=\"./e.d.ts\" />\nexport type D = 1; // kept");
}

#[test]
fn components_and_assets_are_refused_with_a_remedy() {
    let dir = project(&[
        ("src/a.ts", "export { default as B } from './b.vue';\nexport { default as logo } from './logo.svg';"),
        ("src/b.vue", "<template/>"),
        ("src/logo.svg", "<svg/>"),
        ("src/c.svelte", ""),
    ]);
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts"), ("./C", "./src/c.svelte")]);
    let all: Vec<_> =
        found.iter().map(|(rule, _, at)| (*rule, at.as_ref().map(|(file, line)| (file.as_str(), *line)))).collect();
    assert_eq!(
        all,
        [
            ("contract/unsupported-source", Some(("src/a.ts", Some(2)))),
            ("contract/unsupported-source", Some(("src/b.vue", None))),
            ("contract/unsupported-source", Some(("src/c.svelte", None))),
        ]
    );
}

#[test]
fn what_tsc_wrote_is_taken() {
    let dir = project(&[
        ("src/a.ts", "import { b } from './b';\nexport const a = b();\nexport type Kept = import('./fast').F;"),
        ("src/b.ts", "export const b = () => [1];"),
        ("src/fast.ts", "export type F = 1;"),
        ("src/old.jsx", "export const old = 1;"),
        (
            "out/src/a.d.ts",
            "export declare const a: number[];\nexport type Kept = import('./fast').F;\nexport type B = typeof import('./b');\n//# sourceMappingURL=a.d.ts.map",
        ),
        ("out/src/b.d.ts", "export declare const b: () => number[];"),
        ("out/src/fast.d.ts", "export type F = 1;"),
    ]);
    let exposes = [("./A", "./src/a.ts"), ("./old", "./src/old.jsx")];
    let (first, found) = run(dir.path(), &exposes);
    assert_eq!(found, []);
    let pending: Vec<(&str, &str, u32)> =
        first.pending.iter().map(|one| (one.id.as_str(), one.reason.as_str(), one.line)).collect();
    assert_eq!(
        pending,
        [
            ("src/a.ts", "Variable must have an explicit type annotation", 2),
            ("src/old.jsx", "JavaScript: its types come from JSDoc", 1)
        ]
    );
    assert_eq!(first.exposes[0].surface, "");

    let options = ExtractOptions {
        root: dir.path().to_owned(),
        exposes: owned(&exposes),
        emitted: Some(Emitted { dir: dir.path().join("out"), base: dir.path().to_owned() }),
        ..ExtractOptions::default()
    };
    let (second, found) = run_with(options.clone());
    assert_eq!(
        found,
        [(
            "contract/not-extracted",
            "src/old.jsx needs tsc (JavaScript: its types come from JSDoc), and tsc wrote no declaration of it"
                .to_owned(),
            Some(("src/old.jsx".to_owned(), Some(1)))
        )]
    );
    let ways: Vec<(&str, Way)> = second.modules.iter().map(|one| (one.stub.as_str(), one.way)).collect();
    assert_eq!(
        ways,
        [
            ("A.d.ts", Way::Tsc),
            // Reached by the declaration that tsc wrote only.
            ("_internal/src/b.d.ts", Way::Tsc),
            ("_internal/src/fast.d.ts", Way::Fast)
        ]
    );
    assert!(!texts(&second)["A.d.ts"].contains("sourceMappingURL"));
    assert!(second.pending.is_empty());

    let (third, _) = run_with(ExtractOptions { only_tsc: true, ..options });
    assert!(third.modules.iter().all(|one| one.way == Way::Tsc));
    assert_eq!(third.exposes[0].surface, second.exposes[0].surface);
}

#[test]
fn files_that_cannot_be_read() {
    let dir = project(&[
        ("src/a.ts", "export * from './latin';\nexport * from './broken';\nexport * from './data.json';"),
        ("src/broken.ts", "export const a: number = 1;\nexport cons b;"),
        ("src/data.json", "{\n  \"a\": }"),
    ]);
    fs::write(dir.path().join("src/latin.ts"), b"export const a = '\xe4';").unwrap();
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts"), ("./none", "./src/none")]);
    let all: Vec<_> =
        found.iter().map(|(rule, _, at)| (*rule, at.as_ref().map(|(file, line)| (file.as_str(), *line)))).collect();
    assert_eq!(
        all,
        [
            ("contract/expose-not-found", None),
            ("contract/syntax-error", Some(("src/broken.ts", Some(2)))),
            ("contract/syntax-error", Some(("src/data.json", Some(2)))),
            ("file/unreadable", Some(("src/latin.ts", None))),
        ]
    );
    let (_, found) = run(&dir.path().join("nowhere"), &[]);
    assert_eq!(found[0].0, "file/unreadable");
}

#[test]
fn large_and_deep_sources() {
    let lines: String = (0..40_000)
        .map(|line| format!("export const constant_{line}: readonly [{line}, \"{line}\"] = [{line}, \"{line}\"];\n"))
        .collect();
    assert!(lines.len() > 2 * 1024 * 1024);
    let sum = vec!["\"a\""; 5_000].join(" + ");
    let deep = format!(
        "export const sum: string = {sum};\nexport const nested: unknown = {}1{};",
        "[".repeat(500),
        "]".repeat(500)
    );
    let chain: Vec<(String, String)> = (0..300)
        .map(|file| {
            (
                format!("src/chain/{file}.ts"),
                format!("export * from './{}';\nexport type T{file} = 1;", (file + 1) % 300),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = vec![("src/large.ts", &lines), ("src/deep.ts", &deep)];
    files.extend(chain.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let dir = project(&files);
    let (extracted, found) =
        run(dir.path(), &[("./large", "./src/large.ts"), ("./deep", "./src/deep.ts"), ("./chain", "./src/chain/0.ts")]);
    assert_eq!(found, []);
    assert_eq!(extracted.modules.len(), 302);
    assert_eq!(extracted.pending, []);
    assert!(extracted.exposes.iter().all(|one| one.surface.len() == 64));
}

/// What would use up any stack is refused before it is parsed: that would end the process.
#[test]
fn nesting_that_nobody_writes() {
    let many = 100_000;
    for text in [
        format!("export const a: unknown = {}1{};", "[".repeat(many), "]".repeat(many)),
        format!("export type A = 1{};", "[]".repeat(many)),
        format!("export type A = {}1;", "keyof ".repeat(many)),
        format!("export type A = {}1;", "1 extends 2 ? 3 : ".repeat(many)),
        format!("export const a: unknown = {}1;", "() => ".repeat(many)),
        format!("export const a: unknown = a{};", ".b()".repeat(many)),
        format!("export const a: unknown = {}1{};", "`${".repeat(many), "}`".repeat(many)),
    ] {
        let dir = project(&[("src/a.ts", &text)]);
        let (_, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
        assert_eq!(found.len(), 1, "{}", &text[..40]);
        assert_eq!(
            (found[0].0, found[0].1.as_str()),
            ("contract/syntax-error", "src/a.ts cannot be parsed: nested too deeply")
        );
    }
}

#[test]
fn encodings_that_typescript_reads() {
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
    };
    let source = "import type { B } from './b';\nexport interface A { b: B; note: 'äß😀' }";
    let dir = project(&[("src/b.ts", "export type B = 1;"), ("src/plain.ts", source)]);
    let files: [(&str, Vec<u8>); 3] = [
        ("little", utf16(source, u16::to_le_bytes)),
        ("big", utf16(source, u16::to_be_bytes)),
        ("marked", format!("\u{feff}{source}").into_bytes()),
    ];
    for (name, bytes) in &files {
        fs::write(dir.path().join(format!("src/{name}.ts")), bytes).unwrap();
    }
    let (plain, _) = run(dir.path(), &[("./A", "./src/plain.ts")]);
    for (name, _) in &files {
        let (extracted, found) = run(dir.path(), &[("./A", &format!("./src/{name}.ts"))]);
        assert_eq!(found, [], "{name}");
        assert_eq!(texts(&extracted), texts(&plain), "{name}");
    }

    // The global names of a project, and its modules, are read in the same way.
    fs::write(dir.path().join("src/global.d.ts"), utf16("interface Money { a: 1 }", u16::to_le_bytes)).unwrap();
    fs::write(dir.path().join("src/c.ts"), "export declare const c: Money;").unwrap();
    let (extracted, _) = run_with(ExtractOptions {
        root: dir.path().to_owned(),
        exposes: owned(&[("./C", "./src/c.ts")]),
        ambient: vec![dir.path().join("src/global.d.ts")],
        ..ExtractOptions::default()
    });
    assert!(texts(&extracted)["_internal/__/globals.d.ts"].contains("Money"));

    let broken = [&files[0].1[..], &[0x41]].concat();
    fs::write(dir.path().join("src/broken.ts"), broken).unwrap();
    let (_, found) = run(dir.path(), &[("./A", "./src/broken.ts")]);
    assert_eq!(found[0].1, "src/broken.ts cannot be read: it is neither UTF-8 nor UTF-16 with a byte order mark");
}
