//! The canonical text: what means the same is the same, what does not is not.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use fedseal_contract::normalize;
use proptest::prelude::*;

/// A type, to be written down in more than one way.
#[derive(Debug, Clone)]
enum Shape {
    Name(&'static str),
    List(Box<Shape>),
    Frozen(Box<Shape>),
    Union(Vec<Shape>),
    Both(Vec<Shape>),
    Function(Vec<Shape>, Box<Shape>),
    Object(Vec<Shape>),
    Tuple(Vec<Shape>),
    Keys(Box<Shape>),
    Member(Box<Shape>),
    If(Box<[Shape; 4]>),
}

/// How to write it down.
#[derive(Clone, Copy)]
struct Hand {
    backwards: bool,
    prefix: &'static str,
    long: bool,
    parentheses: bool,
}

const PLAIN: Hand = Hand { backwards: false, prefix: "a", long: false, parentheses: false };

impl Shape {
    fn text(&self, hand: Hand) -> String {
        let text = self.bare(hand);
        if hand.parentheses { format!("({text})") } else { text }
    }

    /// As a part of another type.
    fn part(&self, hand: Hand) -> String {
        let simple = matches!(self, Self::Name(_) | Self::List(_) | Self::Object(_) | Self::Tuple(_) | Self::Member(_));
        if simple { self.text(hand) } else { format!("({})", self.text(hand)) }
    }

    fn bare(&self, hand: Hand) -> String {
        match self {
            Self::Name(name) if name.starts_with('"') && hand.long => name.replace('"', "'"),
            Self::Name(name) => (*name).to_owned(),
            Self::List(item) if hand.long => format!("Array<{}>", item.text(hand)),
            Self::List(item) => format!("{}[]", item.part(hand)),
            Self::Frozen(item) if hand.long => format!("ReadonlyArray<{}>", item.text(hand)),
            Self::Frozen(item) => format!("readonly {}[]", item.part(hand)),
            Self::Union(parts) => {
                let mut parts: Vec<String> = parts.iter().map(|part| part.part(hand)).collect();
                if hand.backwards {
                    parts.reverse();
                }
                parts.join(" | ")
            }
            Self::Both(parts) => parts.iter().map(|part| part.part(hand)).collect::<Vec<_>>().join(" & "),
            Self::Function(params, result) => {
                let params: Vec<String> = params
                    .iter()
                    .enumerate()
                    .map(|(index, one)| format!("{}{index}: {}", hand.prefix, one.text(hand)))
                    .collect();
                format!("({}) => {}", params.join(", "), result.text(hand))
            }
            Self::Object(members) => {
                let quote = if hand.long { "\"" } else { "" };
                let end = if hand.long { ", " } else { "; " };
                let members: Vec<String> = members
                    .iter()
                    .enumerate()
                    .map(|(index, one)| format!("{quote}m{index}{quote}: {}", one.text(hand)))
                    .collect();
                format!("{{ {} }}", members.join(end))
            }
            Self::Tuple(items) => {
                format!("[{}]", items.iter().map(|one| one.text(hand)).collect::<Vec<_>>().join(", "))
            }
            Self::Keys(inner) => format!("keyof {}", inner.part(hand)),
            Self::Member(inner) => format!("{}[\"x\"]", inner.part(hand)),
            Self::If(parts) => {
                let [check, extends, yes, no] = &**parts;
                let parts = [check.part(hand), extends.part(hand), yes.text(hand), no.text(hand)];
                format!("{} extends {} ? {} : {}", parts[0], parts[1], parts[2], parts[3])
            }
        }
    }

    /// The same with another first name.
    fn marked(&self) -> Self {
        let first = |parts: &[Self]| {
            let mut parts = parts.to_vec();
            if let Some(one) = parts.first_mut() {
                *one = one.marked();
            }
            parts
        };
        match self {
            Self::Name(_) => Self::Name("Marker"),
            Self::List(item) => Self::List(Box::new(item.marked())),
            Self::Frozen(item) => Self::Frozen(Box::new(item.marked())),
            Self::Union(parts) => Self::Union(first(parts)),
            Self::Both(parts) => Self::Both(first(parts)),
            Self::Function(params, result) => Self::Function(params.clone(), Box::new(result.marked())),
            Self::Object(members) => Self::Object(first(members)),
            Self::Tuple(items) => Self::Tuple(first(items)),
            Self::Keys(inner) => Self::Keys(Box::new(inner.marked())),
            Self::Member(inner) => Self::Member(Box::new(inner.marked())),
            Self::If(parts) => {
                let mut parts = parts.clone();
                parts[3] = parts[3].marked();
                Self::If(parts)
            }
        }
    }
}

fn shapes() -> impl Strategy<Value = Shape> {
    let names = ["string", "number", "\"a\"", "\"b c\"", "1", "true", "false", "null", "Other", "unknown", "-1", "10n"];
    let leaf = prop::sample::select(names.to_vec()).prop_map(Shape::Name);
    leaf.prop_recursive(4, 48, 4, |inner| {
        let some = || prop::collection::vec(inner.clone(), 1..4);
        let one = || inner.clone().prop_map(Box::new);
        prop_oneof![
            one().prop_map(Shape::List),
            one().prop_map(Shape::Frozen),
            some().prop_map(Shape::Union),
            some().prop_map(Shape::Both),
            (some(), one()).prop_map(|(params, result)| Shape::Function(params, result)),
            some().prop_map(Shape::Object),
            some().prop_map(Shape::Tuple),
            one().prop_map(Shape::Keys),
            one().prop_map(Shape::Member),
            [inner.clone(), inner.clone(), inner.clone(), inner].prop_map(|all| Shape::If(Box::new(all))),
        ]
    })
}

fn canonical(shape: &Shape, hand: Hand) -> String {
    normalize(&format!("export type T = {};", shape.text(hand))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn the_hand_does_not_show(shape in shapes(), backwards: bool, long: bool, parentheses: bool) {
        let other = Hand { backwards, prefix: "other", long, parentheses };
        prop_assert_eq!(canonical(&shape, PLAIN), canonical(&shape, other));
    }

    #[test]
    fn it_is_its_own_canonical_text(shape in shapes()) {
        let once = canonical(&shape, PLAIN);
        prop_assert_eq!(normalize(&once).unwrap(), once);
    }

    #[test]
    fn another_type_shows(shape in shapes()) {
        let other = canonical(&shape.marked(), PLAIN);
        prop_assert!(other.contains("Marker"));
        prop_assert_ne!(canonical(&shape, PLAIN), other);
    }
}

/// Pairs that mean the same.
#[test]
fn same() {
    for (one, other) in [
        ("export declare const a = 1;\ninterface B {}", "declare const a: 1;\nexport interface B {}"),
        (
            "export declare const a: string, b: number;",
            "export declare const b: number;\nexport declare const a: string;",
        ),
        ("declare const a: string;", "declare const a: string; // comment"),
        ("export declare function f(a: string): asserts a;", "export declare function f(b: string): asserts b;"),
        ("export declare function f({ a }: P): void;", "export declare function f(p: P): void;"),
        (
            "export declare class A { private a: string; private b(): void; #c; }",
            "export declare class A { #private; private a; private b; }",
        ),
        (
            "export declare class A { public a: string; override b(): void }",
            "export declare class A { a: string; b(): void; }",
        ),
        ("import { A, B } from './x';\nexport type C = A;", "import { A } from \"./x\";\nexport type C = A;"),
        ("import { type A } from './x';\nexport type C = A;", "import type { A } from \"./x\";\nexport type C = A;"),
        ("export { a, b } from './x';", "export { b } from './x';\nexport { a as a } from './x';"),
        ("export declare const x: { get a(): string; set a(v: string) };", "export declare const x: { a: string };"),
        ("export declare const x: { get a(): string };", "export declare const x: { readonly a: string };"),
        ("export type A = { 'a': 1, \"1\": 2 };", "export type A = { a: 0x1; 1: 2 };"),
        ("export interface A { a; b() }", "export interface A { a: any; b(): any; }"),
        ("export type A = true | string | false;", "export type A = string | boolean;"),
        (
            "declare const _default_1: { a: 1 };\nexport default _default_1;",
            "declare const _default: { a: 1 };\nexport default _default;",
        ),
        (
            "declare function _default(a: string): void;\nexport default _default;",
            "declare const _default: (a: string) => void;\nexport default _default;",
        ),
        ("declare type Gone = string;\nexport declare const a: 1;\nexport {};", "export declare const a: 1;"),
    ] {
        assert_eq!(normalize(one).unwrap(), normalize(other).unwrap(), "{one}\n{other}");
    }
}

/// Pairs that do not.
#[test]
fn different() {
    for (one, other) in [
        ("export type A = (() => string)[];", "export type A = () => string[];"),
        ("export type A = (1 | 2)[];", "export type A = 1 | 2[];"),
        ("export type A = keyof (B | C);", "export type A = keyof B | C;"),
        ("export declare let a: string;", "export declare const a: string;"),
        ("export interface A { a?: string }", "export interface A { a: string }"),
        ("export interface A { a?: string }", "export interface A { a: string | undefined }"),
        ("export interface A { readonly a: string }", "export interface A { a: string }"),
        ("export interface A { a(): void }", "export interface A { a: () => void }"),
        ("export interface A { a: 1; b: 2 }", "export interface A { b: 2; a: 1 }"),
        (
            "export declare function f(a: string, b?: number): void;",
            "export declare function f(a: string, b: number): void;",
        ),
        ("export declare function f(...a: string[]): void;", "export declare function f(a: string[]): void;"),
        (
            "export declare function f(a: 1): 1;\nexport declare function f(a: 2): 2;",
            "export declare function f(a: 2): 2;\nexport declare function f(a: 1): 1;",
        ),
        ("export declare class A { static a: string }", "export declare class A { a: string }"),
        ("export declare class A { protected a: string }", "export declare class A { a: string }"),
        ("export declare class A { private a }", "export declare class A { private b }"),
        ("export declare abstract class A {}", "export declare class A {}"),
        ("export declare class A { static [a: string]: 1 }", "export declare class A { [a: string]: 1 }"),
        ("export declare class A { get a(): string }", "export declare class A { readonly a: string }"),
        ("declare const a: 1;", "declare const a: 1;\nexport {};"),
        (
            "declare const a: 1;\nexport declare const b: 1;",
            "declare const a: 1;\nexport declare const b: 1;\nexport {};",
        ),
        ("import { A } from './x';\nexport type C = A;", "import { A } from './y';\nexport type C = A;"),
        ("export { A } from './x';", "export type { A } from './x';"),
        ("export declare enum A { B = 0 }", "export declare const enum A { B = 0 }"),
        ("export type A<T> = T extends infer U ? 1 : 2;", "export type A<T> = T extends infer U ? 2 : 1;"),
        (
            "interface Array<T> { own: T }\nexport type A = Array<1>;",
            "interface Array<T> { own: T }\nexport type A = 1[];",
        ),
        (
            "export declare function f(a: string, b: string): asserts a;",
            "export declare function f(a: string, b: string): asserts b;",
        ),
        (
            "export declare const x: { get a(): string; set a(v: string | 1) };",
            "export declare const x: { a: string };",
        ),
    ] {
        assert_ne!(normalize(one).unwrap(), normalize(other).unwrap(), "{one}\n{other}");
    }
}

#[test]
fn what_is_no_declaration_is_an_error() {
    let error = normalize("export declare const\n  = 1;").unwrap_err();
    assert_eq!((error.place.line, error.place.column), (2, 3), "{}", error.message);
}
