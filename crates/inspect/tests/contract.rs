//! Projects on a disk to contracts.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fedseal_inspect::contract::{Alias, Emitted, ExtractOptions, Extracted, Way, extract};
use tempfile::TempDir;

type Found = Vec<(&'static str, String, Option<(String, Option<u32>)>)>;

fn project(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), files);
    dir
}

fn write(dir: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn run(dir: &Path, exposes: &[(&str, &str)]) -> (Extracted, Found) {
    run_with(ExtractOptions { root: dir.to_owned(), exposes: owned(exposes), ..ExtractOptions::default() })
}

fn owned(exposes: &[(&str, &str)]) -> Vec<(String, String)> {
    exposes.iter().map(|(key, source)| ((*key).to_owned(), (*source).to_owned())).collect()
}

fn run_with(options: ExtractOptions) -> (Extracted, Found) {
    let (extracted, found) = extract(&options);
    let found =
        found.into_iter().map(|one| (one.rule.id, one.message, one.location.map(|at| (at.file, at.line)))).collect();
    (extracted, found)
}

fn texts(extracted: &Extracted) -> BTreeMap<&str, &str> {
    extracted.modules.iter().map(|one| (one.stub.as_str(), one.text.as_str())).collect()
}

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
fn names_of_a_tsconfig() {
    let files = [
        (
            "base.json",
            r#"{ "compilerOptions": { /* why */ "baseUrl": ".", "paths": { "@app/*": ["src/*"], "theme": ["src/theme.ts"] }, } }"#,
        ),
        ("tsconfig.json", r#"{ "extends": "./base.json" }"#),
        (
            "src/a.ts",
            "export type { B } from '@app/deep/b';\nexport type { T } from 'theme';\nexport type { C } from '@app/c.js';",
        ),
        ("src/deep/b.ts", "export type B = 1;"),
        ("src/theme.ts", "export type T = 1;"),
        ("src/c.tsx", "export type C = 1;"),
    ];
    let dir = project(&files);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    assert_eq!(extracted.modules.len(), 4);
    assert!(texts(&extracted)["A.d.ts"].contains("'./_internal/src/deep/b.js'"));
    assert!(extracted.externals.is_empty());

    fs::write(dir.path().join("tsconfig.json"), "{").unwrap();
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), ["options/invalid"]);
    assert!(!found[0].1.contains(&*dir.path().to_string_lossy()), "{}", found[0].1);
}

#[test]
fn packages_are_named_with_the_range_that_is_wanted() {
    let package = |name: &str, more: &str| format!(r#"{{ "name": "{name}", "version": "3.2.1"{more} }}"#);
    let types = r#", "types": "index.d.ts""#;
    let dir = project(&[
        (
            "package.json",
            r#"{ "name": "shop", "peerDependencies": { "react": ">=18" }, "devDependencies": { "react": "19.1.0", "@types/react": "^19.1.0", "@types/node": "^20" }, "dependencies": { "plain": "~3.0.0", "linked": "workspace:^", "untyped": "^3" } }"#,
        ),
        ("node_modules/react/package.json", &package("react", "")),
        ("node_modules/react/index.js", ""),
        ("node_modules/@types/react/package.json", &package("@types/react", types)),
        ("node_modules/@types/react/index.d.ts", "export type Node = 1;"),
        (
            "node_modules/plain/package.json",
            &package("plain", r#", "exports": { "./sub": { "types": "./sub.d.ts" } }"#),
        ),
        ("node_modules/plain/sub.d.ts", "export type Sub = 1;"),
        ("node_modules/@scope/found/package.json", &package("@scope/found", types)),
        ("node_modules/@scope/found/index.d.ts", "export type F = 1;"),
        ("node_modules/@types/untyped/package.json", &package("@types/untyped", types)),
        ("node_modules/@types/untyped/index.d.ts", "export type U = 1;"),
        ("packages/linked/package.json", &package("linked", r#", "exports": { ".": "./src/index.ts" }"#)),
        ("packages/linked/src/index.ts", "export type L = 1;"),
        (
            "src/a.ts",
            "import type { Node } from 'react';\nimport type { Sub } from 'plain/sub';\nimport type { F } from '@scope/found';\n\
             import type { U } from 'untyped';\nimport type { Stats } from 'node:fs';\nimport type { L } from 'linked';\n\
             export type A = [Node, Sub, F, U, Stats, L];\nexport * from './b';",
        ),
        ("src/b.ts", "import type { Node } from 'react';\nexport type B = Node;"),
    ]);
    link(&dir.path().join("packages/linked"), &dir.path().join("node_modules/linked"));
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    let all: Vec<(&str, &str, usize)> =
        extracted.externals.iter().map(|one| (one.name.as_str(), one.range.as_str(), one.used_by.len())).collect();
    assert_eq!(
        all,
        [
            ("@scope/found", "^3.2.1", 1),
            ("@types/node", "^20", 1),
            ("@types/react", "^19.1.0", 2),
            ("plain", "~3.0.0", 1),
            ("react", ">=18", 2),
            ("untyped", "^3", 1),
        ]
    );
    assert_eq!(
        texts(&extracted).keys().copied().collect::<Vec<_>>(),
        ["A.d.ts", "_internal/packages/linked/src/index.d.ts", "_internal/src/b.d.ts"]
    );
    assert!(texts(&extracted)["A.d.ts"].contains("from 'plain/sub'"));
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) {
    std::os::unix::fs::symlink(from, to).unwrap();
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) {
    std::os::windows::fs::symlink_dir(from, to).unwrap();
}

#[test]
fn sources_outside_of_the_root() {
    let dir =
        project(&[("app/src/a.ts", "export * from '../../shared/src/x';"), ("shared/src/x.mts", "export type X = 1;")]);
    let (extracted, found) = run(&dir.path().join("app"), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    let outside = &extracted.modules[1];
    assert_eq!((outside.id.as_str(), outside.stub.as_str()), ("shared/src/x.mts", "_internal/__/shared/src/x.d.ts"));
}

/// Packages of a workspace, linked as npm, pnpm and yarn do, and copied as they do with `file:`.
fn workspace() -> TempDir {
    let dir = project(&[
        ("package.json", r#"{ "name": "monorepo", "private": true, "devDependencies": { "plain": "1.0.0" } }"#),
        (
            "apps/shop/package.json",
            r#"{ "name": "shop", "dependencies": { "@mono/ui": "*", "@mono/copied": "file:../../packages/copied" } }"#,
        ),
        (
            "apps/shop/src/a.ts",
            "export type { Button } from '@mono/ui';\nexport type { Icon } from '@mono/ui/icons/star';\n\
             export type { C } from '@mono/copied';\nexport type { P } from 'installed-private';\nexport type { X } from 'plain';",
        ),
        (
            "packages/ui/package.json",
            r#"{ "name": "@mono/ui", "version": "1.0.0", "dependencies": { "@mono/tokens": "workspace:*", "plain": "^1" },
                 "exports": { ".": { "types": "./src/index.ts" }, "./icons/*": "./src/icons/*.ts" } }"#,
        ),
        (
            "packages/ui/src/index.ts",
            "import type { Color } from '@mono/tokens';\nimport type { X } from 'plain';\nexport interface Button { color: Color; x: X }",
        ),
        ("packages/ui/src/icons/star.ts", "export type { Button as Icon } from '@mono/ui';"),
        (
            "packages/tokens/package.json",
            r#"{ "name": "@mono/tokens", "version": "1.0.0", "types": "dist/index.d.ts", "main": "dist/index.js" }"#,
        ),
        ("packages/tokens/dist/index.d.ts", "export * from './colors';"),
        ("packages/tokens/dist/colors.d.ts", "export type Color = 'red' | 'blue';"),
        (
            "node_modules/@mono/copied/package.json",
            r#"{ "name": "@mono/copied", "version": "1.0.0", "types": "c.d.ts" }"#,
        ),
        ("node_modules/@mono/copied/c.d.ts", "export type { C } from './deep/c.js';"),
        ("node_modules/@mono/copied/deep/c.d.ts", "export type C = 1;"),
        (
            "node_modules/installed-private/package.json",
            r#"{ "name": "installed-private", "private": true, "types": "p.ts" }"#,
        ),
        ("node_modules/installed-private/p.ts", "export type P = 1;"),
        ("node_modules/plain/package.json", r#"{ "name": "plain", "version": "1.0.0", "types": "x.d.ts" }"#),
        ("node_modules/plain/x.d.ts", "export type X = 1;"),
    ]);
    link(&dir.path().join("packages/ui"), &dir.path().join("node_modules/@mono/ui"));
    fs::create_dir_all(dir.path().join("packages/ui/node_modules/@mono")).unwrap();
    link(&dir.path().join("packages/tokens"), &dir.path().join("packages/ui/node_modules/@mono/tokens"));
    dir
}

#[test]
fn what_is_not_published_is_part_of_the_contract() {
    let dir = workspace();
    let (extracted, found) = run(&dir.path().join("apps/shop"), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    let all: Vec<(&str, &str)> = extracted.modules.iter().map(|one| (one.stub.as_str(), one.id.as_str())).collect();
    assert_eq!(
        all,
        [
            ("A.d.ts", "src/a.ts"),
            ("_internal/__/@mono/copied/c.d.ts", "@mono/copied/c.d.ts"),
            ("_internal/__/@mono/copied/deep/c.d.ts", "@mono/copied/deep/c.d.ts"),
            ("_internal/__/@mono/tokens/dist/colors.d.ts", "@mono/tokens/dist/colors.d.ts"),
            ("_internal/__/@mono/tokens/dist/index.d.ts", "@mono/tokens/dist/index.d.ts"),
            ("_internal/__/@mono/ui/src/icons/star.d.ts", "@mono/ui/src/icons/star.ts"),
            ("_internal/__/@mono/ui/src/index.d.ts", "@mono/ui/src/index.ts"),
            ("_internal/__/installed-private/p.d.ts", "installed-private/p.ts"),
        ]
    );
    let texts = texts(&extracted);
    assert!(texts["A.d.ts"].contains("'./_internal/__/@mono/ui/src/index.js'"), "{}", texts["A.d.ts"]);
    assert!(texts["_internal/__/@mono/ui/src/icons/star.d.ts"].contains("'../index.js'"));
    // The app imports it, so the range that applies to the app counts.
    let externals: Vec<_> = extracted.externals.iter().map(|one| (one.name.as_str(), one.range.as_str())).collect();
    assert_eq!(externals, [("plain", "1.0.0")]);

    // A change in a package of the workspace is one of the expose.
    let before = extracted.exposes[0].surface.clone();
    write(dir.path(), &[("packages/tokens/dist/colors.d.ts", "export type Color = 'red';")]);
    let (after, _) = run(&dir.path().join("apps/shop"), &[("./A", "./src/a.ts")]);
    assert_ne!(before, after.exposes[0].surface);
}

#[test]
fn a_contract_does_not_say_where_the_monorepo_lies() {
    let strip = |extracted: Extracted| -> Vec<_> {
        extracted.modules.into_iter().map(|one| (one.id, one.stub, one.text)).collect()
    };
    let (one, other) = (workspace(), workspace());
    let here = one.path().join("apps/shop");
    let deep = other.path().join("apps/shop");
    let (here, _) = run(&here, &[("./A", "./src/a.ts")]);
    let (deep, _) = run(&deep, &[("./A", "./src/a.ts")]);
    let here = strip(here);
    assert!(here.iter().all(|(id, _, text)| !id.contains("..") && !text.contains("../../..")), "{here:?}");
    assert_eq!(here, strip(deep));
}

#[test]
fn a_folder_of_packages_that_lies_elsewhere() {
    let dir = project(&[
        ("cache/react/package.json", r#"{ "name": "react", "version": "19.0.0", "types": "r.d.ts" }"#),
        ("cache/react/r.d.ts", "export type R = 1;"),
        ("app/package.json", r#"{ "name": "shop", "dependencies": { "react": "^19.0.0" } }"#),
        ("app/src/a.ts", "export type { R } from 'react';"),
    ]);
    link(&dir.path().join("cache"), &dir.path().join("app/node_modules"));
    let (extracted, found) = run(&dir.path().join("app"), &[("./A", "./src/a.ts")]);
    assert_eq!((extracted.modules.len(), extracted.externals.len(), found), (1, 1, vec![]));
}

#[test]
fn conditions_of_the_tsconfig() {
    let dir = project(&[
        ("app/src/a.ts", "export type { L } from 'linked';"),
        (
            "linked/package.json",
            r#"{ "name": "linked", "exports": { ".": { "@mono/source": "./src.ts", "types": "./dist.d.ts" } } }"#,
        ),
        ("linked/src.ts", "export type L = 1;"),
        ("linked/dist.d.ts", "export type L = 2;"),
    ]);
    fs::create_dir_all(dir.path().join("app/node_modules")).unwrap();
    link(&dir.path().join("linked"), &dir.path().join("app/node_modules/linked"));
    let (extracted, found) = run_with(ExtractOptions {
        root: dir.path().join("app"),
        exposes: owned(&[("./A", "./src/a.ts")]),
        conditions: vec!["@mono/source".to_owned()],
        ..ExtractOptions::default()
    });
    assert_eq!(found, []);
    assert_eq!(extracted.modules[1].id, "linked/src.ts");
}

#[test]
fn exposes_as_a_bundler_resolves_them() {
    let dir = project(&[
        ("package.json", r#"{ "name": "shop", "dependencies": { "zod": "^4.0.0", "legacy": "^1.0.0" } }"#),
        ("node_modules/zod/package.json", r#"{ "name": "zod", "version": "4.1.0", "types": "z.d.ts" }"#),
        ("node_modules/zod/z.d.ts", "export { z as default } from './deep';\nexport * from './deep';"),
        ("node_modules/zod/deep.d.ts", "export const z: 1;"),
        ("node_modules/legacy/package.json", r#"{ "name": "legacy", "version": "1.0.0", "types": "l.d.ts" }"#),
        ("node_modules/legacy/l.d.ts", "declare const legacy: 1;\nexport = legacy;"),
        ("node_modules/untyped/package.json", r#"{ "name": "untyped", "version": "1.0.0", "main": "u.js" }"#),
        ("node_modules/untyped/u.js", ""),
        ("src/ui/Button.tsx", "export interface B { b: 1 }"),
        ("src/theme.css", ":root {}"),
        ("src/button.module.css", ".a {}"),
        ("src/labels.json", r#"{ "a": 1 }"#),
    ]);
    let source = dir.path().join("src").to_string_lossy().into_owned();
    let alias = |name: &str, exact: bool, targets: &[&str]| Alias {
        name: name.to_owned(),
        exact,
        targets: targets.iter().map(|one| (*one).to_owned()).collect(),
    };
    let exposes = [
        ("./zod", "zod"),
        ("./legacy", "old"),
        ("./Button", "@/ui/Button"),
        ("./Star", "#ui/Button"),
        ("./theme", "./src/theme.css"),
        ("./classes", "@/button.module.css"),
        ("./labels", "./src/labels.json"),
        ("./untyped", "untyped"),
        ("./gone", "@/gone"),
    ];
    let (extracted, found) = run_with(ExtractOptions {
        root: dir.path().to_owned(),
        exposes: owned(&exposes),
        alias: vec![
            alias("old", true, &["legacy"]),
            alias("@", false, &["./none", &source]),
            alias("#ui/*", false, &["@/ui/*"]),
        ],
        ..ExtractOptions::default()
    });
    assert_eq!(
        found,
        [
            (
                "contract/expose-not-found",
                "the expose \"./gone\" has no source: there is no file \"@/gone\"".to_owned(),
                None
            ),
            (
                "contract/unsupported-source",
                "the expose \"./untyped\" is the package \"untyped\", which has no types".to_owned(),
                None
            ),
        ]
    );
    let texts = texts(&extracted);
    assert_eq!(texts["zod.d.ts"], "export * from \"zod\";\nexport { default } from \"zod\";\n");
    assert_eq!(texts["legacy.d.ts"], "import first = require(\"legacy\");\nexport = first;\n");
    assert_eq!(texts["theme.d.ts"], "export {};\n");
    assert_eq!(texts["Star.d.ts"], "export * from \"./Button.js\";\n");
    let all: Vec<_> =
        extracted.exposes.iter().map(|one| (one.key.as_str(), one.source.as_str(), one.has_default)).collect();
    assert_eq!(
        all[..7],
        [
            ("./zod", "zod", true),
            ("./legacy", "legacy", true),
            ("./Button", "src/ui/Button.tsx", false),
            ("./Star", "src/ui/Button.tsx", false),
            ("./theme", "src/theme.css", false),
            ("./classes", "src/button.module.css", true),
            ("./labels", "src/labels.json", true),
        ]
    );
    let externals: Vec<_> = extracted.externals.iter().map(|one| (one.name.as_str(), one.range.as_str())).collect();
    assert_eq!(externals, [("legacy", "^1.0.0"), ("zod", "^4.0.0")]);
    assert!(extracted.exposes[0].surface.len() == 64);
}

#[test]
fn a_project_that_is_installed_itself() {
    let dir = project(&[
        ("node_modules/shop/src/a.ts", "export * from './b';"),
        ("node_modules/shop/src/b.ts", "export type B = 1;"),
    ]);
    let (extracted, found) = run(&dir.path().join("node_modules/shop"), &[("./A", "./src/a.ts")]);
    assert_eq!((extracted.modules.len(), found), (2, vec![]));
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
fn two_exposes_of_one_source() {
    let dir =
        project(&[("src/a.ts", "export default class {}\nexport type A = 1;"), ("src/b.ts", "export type B = 1;")]);
    let exposes = [("./A", "./src/a.ts"), ("./deep/Again", "./src/a"), ("./B", "./src/b.ts"), ("./C", "./src/b.ts")];
    let (extracted, found) = run(dir.path(), &exposes);
    assert_eq!(found, []);
    let texts = texts(&extracted);
    assert_eq!(texts["deep/Again.d.ts"], "export * from \"../A.js\";\nexport { default } from \"../A.js\";\n");
    assert_eq!(texts["C.d.ts"], "export * from \"./B.js\";\n");
    assert_eq!(
        extracted.exposes.iter().map(|one| one.stub.as_str()).collect::<Vec<_>>(),
        ["A.d.ts", "deep/Again.d.ts", "B.d.ts", "C.d.ts"]
    );
}

#[test]
fn stubs_that_would_overwrite_each_other() {
    let dir = project(&[
        ("src/a.ts", "export * from './x';\nexport * from './x.js';\nexport type { X } from './x.jsx';"),
        ("src/x.ts", "export type X = 1;"),
        ("src/x.tsx", "export type X = 1;"),
    ]);
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts"), ("../B", "./src/x.ts"), ("./_internal/C", "./src/x.ts")]);
    assert_eq!(
        found.iter().map(|one| (one.0, one.1.as_str())).collect::<Vec<_>>(),
        [
            ("contract/stub-name-taken", "src/x.tsx and src/x.ts would have the same stub, _internal/src/x.d.ts"),
            (
                "contract/stub-name-taken",
                "the expose \"../B\" cannot be the name of a stub: it leaves the contract's folder, or is no name of a file"
            ),
            (
                "contract/stub-name-taken",
                "the expose \"./_internal/C\" cannot be the name of a stub: the folder `_internal` is for modules that are not exposed"
            ),
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
fn an_import_that_would_become_any() {
    let dir = project(&[
        (
            "src/globals.d.ts",
            "declare module 'virtual:*' { const x: string; export default x; }\ndeclare module '*.vue' { const y: unknown; export default y; }",
        ),
        (
            "src/a.ts",
            "import v from 'virtual:icons';\nimport d from './d.vue';\nimport './x.css';\nimport { b } from './b.js';\nexport const a = [v, d, b];",
        ),
        ("src/d.vue", ""),
        (
            "src/b.ts",
            "import { gone } from 'gone';\nexport const b: string = gone;\nexport const lazy = () => import('./also-gone');",
        ),
    ]);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(extracted.pending.len(), 1);
    assert_eq!(
        found,
        [
            (
                "contract/unresolved-import",
                "src/b.ts imports \"gone\", which cannot be resolved".to_owned(),
                Some(("src/b.ts".to_owned(), Some(1)))
            ),
            (
                "contract/unresolved-import",
                "src/b.ts imports \"./also-gone\", which cannot be resolved".to_owned(),
                Some(("src/b.ts".to_owned(), Some(3)))
            ),
        ]
    );
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
fn a_surface_does_not_depend_on_how_it_is_written() {
    let surface = |text: &str, other: &str| {
        let dir = project(&[("src/a.ts", text), ("src/b.ts", other)]);
        let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
        assert_eq!(found, []);
        extracted.exposes[0].surface.clone()
    };
    let text = "import type { B } from './b';\nexport function a(one: B | string): void {}";
    let first = surface(text, "export type B = 1 | 2;");
    let again =
        "/** Doc. */\nexport function a(two: (string | B)): void { void two; }\nimport { type B } from \"./b\";";
    assert_eq!(first, surface(again, "export type B = 2 | 1;\n"));
    assert_ne!(first, surface(text, "export type B = 1 | 2 | 3;"), "what it mentions is part of it");
    assert_ne!(first, surface(&text.replace("void {", "void | string {"), "export type B = 1 | 2;"));
}

fn with_globals(dir: &Path, ambient: &[&str]) -> (Extracted, Found) {
    run_with(ExtractOptions {
        root: dir.to_owned(),
        exposes: owned(&[("./A", "./src/a.ts")]),
        ambient: ambient.iter().map(|name| dir.join(name)).collect(),
        libraries: vec![dir.join("lib")],
        ..ExtractOptions::default()
    })
}

#[test]
fn global_names_go_along() {
    let files = [
        (
            "lib/lib.dom.d.ts",
            "interface Window { name: string }\ninterface Date {}\ndeclare namespace JSX { interface Element {} }",
        ),
        ("lib/react/index.d.ts", "export interface Money {}\ndeclare global { interface Global {} }"),
        (
            "src/global.d.ts",
            "/// <reference types=\"node\" />\ninterface Window { __APP__: Money }\n\n/** What things cost. */\ninterface Money { amount: number; currency: Currency; since: Date }\n\
             type Currency = import('./currency').Currency;\ndeclare const VERSION: `${number}`;\ntype Unused = 1;\n\
             declare namespace App { interface Theme { color: Color } type Color = 'red' }\ndeclare class Base<T> { value: T }\n\
             declare module '*.svg' { const url: string; export default url; }",
        ),
        (
            "src/module.d.ts",
            "import { type Locale as L } from './locale';\ninterface Inner { locale: L }\nexport interface Exported { a: 1 }\n\
             declare global {\n  interface Money { inner: Inner; exported: Exported }\n  var Global: string;\n}",
        ),
        ("src/currency.ts", "export type Currency = 'EUR' | Other;"),
        ("src/other.d.ts", "type Other = 'USD';"),
        ("src/locale.ts", "export type Locale = 'de';"),
        (
            "src/a.ts",
            "import type { Currency } from './shadowed';\nexport interface Price { money: Money; of: typeof VERSION; c: Currency; w: Window }\n\
             export type Of<Money> = Money;\nexport class Sub extends Base<App.Theme> {}\nexport type G = typeof Global;\nexport * from './b';",
        ),
        ("src/b.ts", "export type B<T> = T extends (infer Unused)[] ? Unused : never;"),
        ("src/shadowed.ts", "export type Currency = 1;"),
    ];
    let dir = project(&files);
    let ambient = ["src/global.d.ts", "src/module.d.ts", "src/other.d.ts"];
    let (extracted, found) = with_globals(dir.path(), &ambient);
    assert_eq!(found, []);
    let all = texts(&extracted);
    assert_eq!(
        all.keys().copied().collect::<Vec<_>>(),
        [
            "A.d.ts",
            "_internal/__/globals.d.ts",
            "_internal/src/b.d.ts",
            "_internal/src/currency.d.ts",
            "_internal/src/locale.d.ts",
            "_internal/src/shadowed.d.ts",
        ]
    );
    assert!(
        all["A.d.ts"].ends_with("import { App, Base, Money, VERSION } from \"./_internal/__/globals.js\";\n"),
        "{}",
        all["A.d.ts"]
    );
    assert_eq!(
        all["_internal/__/globals.d.ts"],
        "/** What things cost. */\nexport interface Money { amount: number; currency: Currency; since: Date }\n\
         export type Currency = import('../src/currency.js').Currency;\nexport declare const VERSION: `${number}`;\n\
         export declare namespace App { interface Theme { color: Color } type Color = 'red' }\nexport declare class Base<T> { value: T }\n\
         import { type Locale as L } from '../src/locale.js';\nexport interface Inner { locale: L }\nexport interface Exported { a: 1 }\n\
         export interface Money { inner: Inner; exported: Exported }\nexport type Other = 'USD';\n"
    );
    assert!(all["_internal/src/currency.d.ts"].ends_with("import { Other } from \"../__/globals.js\";\n"));
    assert!(!all["_internal/src/b.d.ts"].contains("import"));

    // They are part of what the expose promises, and what is not used is not.
    let surface = |extracted: &Extracted| extracted.exposes[0].surface.clone();
    let change = |from: &str, to: &str| {
        write(dir.path(), &[("src/global.d.ts", &files[2].1.replace(from, to))]);
        surface(&with_globals(dir.path(), &ambient).0)
    };
    assert_eq!(surface(&extracted), change("type Unused = 1", "type Unused = 2"));
    assert_ne!(surface(&extracted), change("amount: number", "amount: string"));
}

#[test]
fn global_names_that_cannot_go_along() {
    let dir = project(&[
        ("src/a.ts", "export interface A { one: One; other: Other }"),
        ("src/one.d.ts", "import type { X } from './x';\ndeclare global { interface One { x: X } }"),
        ("src/other.d.ts", "import type { Y as X } from './x';\ndeclare global { interface Other { x: X } }"),
        ("src/x.ts", "export type X = 1;\nexport type Y = 2;"),
    ]);
    let (_, found) = with_globals(dir.path(), &["src/one.d.ts", "src/other.d.ts"]);
    assert_eq!(
        found,
        [(
            "contract/unresolved-name",
            "a stub uses global names whose declarations cannot go along: X is one thing in src/one.d.ts and another in src/other.d.ts".to_owned(),
            Some(("src/other.d.ts".to_owned(), Some(1)))
        )]
    );
    let dir = project(&[("src/a.ts", "export type A = One;"), ("src/one.d.ts", "type One = import('./gone').One;")]);
    let (_, found) = with_globals(dir.path(), &["src/one.d.ts"]);
    assert_eq!(found[0].0, "contract/unresolved-import");
    assert_eq!(found[0].2, Some(("src/one.d.ts".to_owned(), Some(1))));
}
