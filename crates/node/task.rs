//! Work off the main thread that may fail, but never takes Node down.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::bindgen_prelude::{AsyncTask, ToNapiValue, TypeName};
use napi::{Env, Error, Result, Task};

/// A closure that runs once on the thread pool, inside `catch_unwind`.
pub struct Guarded<T> {
    name: &'static str,
    work: Option<Box<dyn FnOnce() -> T + Send>>,
}

impl<T: Send + 'static> Guarded<T>
where
    Self: Task,
{
    /// The task called `name`.
    pub fn task(name: &'static str, work: impl FnOnce() -> T + Send + 'static) -> AsyncTask<Self> {
        AsyncTask::new(Self { name, work: Some(Box::new(work)) })
    }
}

impl<T: ToNapiValue + TypeName + Send + 'static> Task for Guarded<T> {
    type Output = T;
    type JsValue = T;

    fn compute(&mut self) -> Result<T> {
        let work = self.work.take().ok_or_else(|| Error::from_reason(format!("{} ran twice", self.name)))?;
        guard(self.name, work)
    }

    fn resolve(&mut self, _env: Env, output: T) -> Result<T> {
        Ok(output)
    }
}

/// Runs `work`; a panic becomes an error with its message.
///
/// `FEDSEAL_FAULT=panic:<name>` makes the work called `name` panic. It exists so that anyone can see that a bug in
/// fedseal fails their build with a message and nothing else.
pub(crate) fn guard<T>(name: &str, work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| {
        #[expect(clippy::panic, reason = "asked for from outside, to prove that a panic is caught")]
        if std::env::var("FEDSEAL_FAULT").is_ok_and(|fault| fault.strip_prefix("panic:") == Some(name)) {
            panic!("FEDSEAL_FAULT asked for it");
        }
        work()
    }))
    .map_err(|panic| Error::from_reason(format!("fedseal's {name} panicked: {}", message(&*panic))))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}
