interface Source {
  level(): number;
}
export class Mic implements Source {
  level(): number {
    return 0;
  }
}
