export class Repo {
  list(): string[] {
    return [];
  }
}
