export class Vault {
  open(): boolean {
    return true;
  }
}
