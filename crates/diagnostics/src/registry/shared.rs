//! The rules `shared/…`, sorted by id.

super::rules! {
SHARED_SINGLETON_MISSING "shared/singleton-missing" Error false {
    "A package that keeps state is shared without `singleton`."
    "Two copies of it can be on one page: hooks fail, contexts and stores are empty in one of them."
    "Add `singleton: true` to its entry in `shared`, in the shell and in every remote."
}
}
