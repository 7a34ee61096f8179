/** Why a file of a hosting platform cannot be gone by: the end of a sentence about it, without a full stop. */
export class UnusableHosting extends Error {
  override readonly name = "UnusableHosting";

  constructor(
    message: string,
    /** The file as the user knows it, where it is one of several. */
    readonly file?: string,
  ) {
    super(message);
  }
}
