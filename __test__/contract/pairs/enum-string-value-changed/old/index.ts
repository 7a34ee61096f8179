export enum Topic {
  News = "news",
  Sport = "sport",
}
