//! Members of classes: of a private member only its existence counts, and modifiers that change nothing are dropped.

use std::collections::BTreeSet;

use swc_core::common::DUMMY_SP;
use swc_core::ecma::ast::{
    Accessibility, AutoAccessor, Class, ClassMember, ClassMethod, ClassProp, Constructor, MethodKind,
    ParamOrTsParamProp, PrivateName, PrivateProp, PropName,
};

use super::keys::member_key;
use super::print::print;
use super::types::{annotation, any, literal};

/// Keeps the members of a class that another module can see, each in its one form.
pub(super) fn visible_members(class: &mut Class) {
    class.decorators.clear();
    let mut members = Members::default();
    for member in std::mem::take(&mut class.body) {
        members.add(member);
    }
    class.body = members.finish();
}

/// Keeps the signature of a constructor; of a private one only its existence.
pub(super) fn constructor_signature(constructor: &mut Constructor) {
    constructor.body = None;
    member_key(&mut constructor.key);
    drop_public(&mut constructor.accessibility);
    if constructor.accessibility == Some(Accessibility::Private) {
        constructor.params.clear();
    }
    for param in &mut constructor.params {
        if let ParamOrTsParamProp::Param(param) = param {
            param.decorators.clear();
        }
    }
}

#[derive(Default)]
struct Members {
    visible: Vec<ClassMember>,
    /// Whether there is a member whose name begins with `#`.
    has_private_names: bool,
    /// Members that say `private`, and whether they are static.
    private: BTreeSet<(String, bool)>,
}

impl Members {
    fn add(&mut self, mut member: ClassMember) {
        match &mut member {
            ClassMember::PrivateMethod(_) | ClassMember::PrivateProp(_) => {
                self.has_private_names = true;
                return;
            }
            ClassMember::Empty(_) | ClassMember::StaticBlock(_) => return,
            ClassMember::Method(member) => {
                method(member);
                if member.accessibility == Some(Accessibility::Private) {
                    self.add_private(&member.key, member.is_static);
                    return;
                }
                if member.kind != MethodKind::Setter {
                    member.function.return_type.get_or_insert_with(any);
                }
            }
            ClassMember::ClassProp(member) => {
                property(member);
                if member.accessibility == Some(Accessibility::Private) {
                    self.add_private(&member.key, member.is_static);
                    return;
                }
                if member.type_ann.is_none() {
                    member.type_ann = member.value.as_deref().and_then(literal).map(annotation);
                }
                member.value = None;
                member.type_ann.get_or_insert_with(any);
            }
            ClassMember::AutoAccessor(member) => auto_accessor(member),
            ClassMember::Constructor(_) | ClassMember::TsIndexSignature(_) => {}
        }
        self.visible.push(member);
    }

    /// Adds that a private member exists: once for all of its overloads and accessors.
    fn add_private(&mut self, key: &PropName, is_static: bool) {
        if self.private.insert((print(key), is_static)) {
            self.visible.push(ClassMember::ClassProp(ClassProp {
                key: key.clone(),
                is_static,
                accessibility: Some(Accessibility::Private),
                ..ClassProp::default()
            }));
        }
    }

    fn finish(mut self) -> Vec<ClassMember> {
        if self.has_private_names {
            let key = PrivateName { span: DUMMY_SP, name: "private".into() };
            self.visible.insert(0, ClassMember::PrivateProp(PrivateProp { key, ..PrivateProp::default() }));
        }
        self.visible
    }
}

fn method(method: &mut ClassMethod) {
    drop_public(&mut method.accessibility);
    method.is_override = false;
    member_key(&mut method.key);
}

fn property(property: &mut ClassProp) {
    drop_public(&mut property.accessibility);
    property.is_override = false;
    property.declare = false;
    property.definite = false;
    property.decorators.clear();
    member_key(&mut property.key);
}

fn auto_accessor(accessor: &mut AutoAccessor) {
    drop_public(&mut accessor.accessibility);
    accessor.is_override = false;
    accessor.definite = false;
    accessor.decorators.clear();
    accessor.value = None;
}

/// A member without a modifier is public.
fn drop_public(accessibility: &mut Option<Accessibility>) {
    *accessibility = accessibility.filter(|access| *access != Accessibility::Public);
}
