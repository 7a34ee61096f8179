export class Feed {
  title = "";
}
