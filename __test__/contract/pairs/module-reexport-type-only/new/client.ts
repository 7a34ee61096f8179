export class Client {
  url = "";
}
