//! A manifest that is to be sealed, read once for all steps.

use fedseal_diagnostics::Diagnostic;
use fedseal_manifest::{Claim, Manifest, claims, read};

/// A manifest of the right shape, and all its places that name files.
#[derive(Debug, Clone)]
pub struct Unsealed {
    pub(crate) file: String,
    pub(crate) manifest: Manifest,
    pub(crate) claims: Vec<Claim>,
}

impl Unsealed {
    /// Reads it; `file` is its name in messages.
    ///
    /// # Errors
    /// Everything [`read`] and [`claims`] find.
    pub fn read(bytes: &[u8], file: &str) -> Result<Self, Vec<Diagnostic>> {
        let manifest = read(bytes, file).map_err(|error| vec![error])?;
        let claims = claims(&manifest, file)?;
        Ok(Self { file: file.to_owned(), manifest, claims })
    }

    /// All its places that name files.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }
}
