//! What is published, and what is part of the contract.

use std::fs;

use fedseal_inspect::contract::{ExtractOptions, Extracted};
use tempfile::TempDir;

use crate::project::{Found, link, owned, project, run, run_with, texts, write};

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
fn a_project_that_is_installed_itself() {
    let dir = project(&[
        ("node_modules/shop/src/a.ts", "export * from './b';"),
        ("node_modules/shop/src/b.ts", "export type B = 1;"),
    ]);
    let (extracted, found) = run(&dir.path().join("node_modules/shop"), &[("./A", "./src/a.ts")]);
    assert_eq!((extracted.modules.len(), found), (2, vec![]));
}

/// A remote that loads modules of another one, and the contract package that says what those are.
fn shell_of_shop(source: &str, name: &str) -> (Extracted, Found) {
    // A reference is kept in declarations only.
    let file = if source.starts_with("///") { "src/a.d.ts" } else { "src/a.ts" };
    let dir = project(&[
        ("cart/package.json", r#"{ "name": "cart", "dependencies": { "@team/contracts": "^1.0.0" } }"#),
        (&format!("cart/{file}"), source),
        (
            "contracts/package.json",
            r#"{ "name": "@team/contracts", "version": "1.0.0", "exports": {
                 ".": { "types": "./index.d.ts" }, "./ambient": { "types": "./ambient.d.ts" },
                 "./interfaces": { "types": "./interfaces.d.ts" },
                 "./shop/Button": { "types": "./remotes/shop/Button.d.ts" },
                 "./shop/Menu": { "types": "./remotes/shop/Menu.d.ts" },
                 "./cart/A": { "types": "./remotes/cart/A.d.ts" } } }"#,
        ),
        ("contracts/index.d.ts", "export interface FederatedModules {}"),
        ("contracts/interfaces.d.ts", "export interface Mount { mount(): void }"),
        ("contracts/ambient.d.ts", "declare module \"shop/Button\" { export * from \"@team/contracts/shop/Button\"; }"),
        ("contracts/remotes/shop/Button.d.ts", "export type { Size } from \"./_internal/size.js\";"),
        ("contracts/remotes/shop/_internal/size.d.ts", "export type Size = 's' | 'm';"),
        ("contracts/remotes/shop/Menu.d.ts", "export * from \"./_internal/__/@team/contracts/remotes/cart/A.js\";"),
        ("contracts/remotes/shop/_internal/__/@team/contracts/remotes/cart/A.d.ts", "export type A = 1;"),
        ("contracts/remotes/cart/A.d.ts", "export type A = 1;"),
    ]);
    fs::create_dir_all(dir.path().join("cart/node_modules/@team")).unwrap();
    link(&dir.path().join("contracts"), &dir.path().join("cart/node_modules/@team/contracts"));
    let root = dir.path().join("cart");
    run_with(ExtractOptions {
        contract_packages: vec![root.join("node_modules/@team/contracts")],
        root,
        remote: name.to_owned(),
        exposes: owned(&[("./A", file)]),
        ..ExtractOptions::default()
    })
}

#[test]
fn types_of_other_remotes_are_part_of_the_contract() {
    for source in [
        "export type { Size } from 'shop/Button';",
        "export type { Size } from '@team/contracts/shop/Button';",
        "/// <reference types=\"@team/contracts/ambient\" />\nexport type { Size } from 'shop/Button';",
    ] {
        let (extracted, found) = shell_of_shop(source, "cart");
        assert_eq!(found, [], "{source}");
        assert_eq!(extracted.externals, [], "{source}");
        let size = "_internal/__/@team/contracts/remotes/shop/_internal/size.d.ts";
        assert_eq!(
            texts(&extracted).keys().copied().collect::<Vec<_>>(),
            ["A.d.ts", "_internal/__/@team/contracts/remotes/shop/Button.d.ts", size],
            "{source}"
        );
        assert!(!texts(&extracted)["A.d.ts"].contains("reference"), "{source}");
    }
    let (extracted, found) = shell_of_shop("export type { Mount } from '@team/contracts/interfaces';", "cart");
    assert_eq!((found, extracted.externals), (vec![], vec![]));
    let (extracted, found) = shell_of_shop("import 'shop/Button';\nexport const a: number = 1;", "cart");
    assert_eq!(found, []);
    assert_eq!(extracted.externals, []);
}

#[test]
fn a_contract_does_not_contain_itself() {
    for (source, what) in [
        ("export type { FederatedModules } from '@team/contracts';", "about all remotes at once"),
        ("export type { A } from 'cart/A';", "those of cart itself"),
        ("export type { A } from '@team/contracts/cart/A';", "those of cart itself"),
        ("export type { A } from 'shop/Menu';", "those of cart itself"),
    ] {
        let (_, found) = shell_of_shop(source, "cart");
        let [(rule, message, Some(_))] = found.as_slice() else { panic!("{source}: {found:?}") };
        assert_eq!(*rule, "contract/contains-itself", "{source}");
        assert!(message.contains(what), "{message}");
    }
    assert_eq!(shell_of_shop("export type { A } from 'shop/Menu';", "blog").1, []);
}
