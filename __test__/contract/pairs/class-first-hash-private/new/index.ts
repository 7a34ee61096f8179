export class Vault {
  #opened = false;
  open(): boolean {
    this.#opened = true;
    return this.#opened;
  }
}
