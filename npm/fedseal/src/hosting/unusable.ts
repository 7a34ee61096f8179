/** Why a file of a hosting platform cannot be gone by: the end of a sentence about it, without a full stop. */
export class UnusableHosting extends Error {
  override readonly name = "UnusableHosting";
}
