export enum Topic {
  News = "headlines",
  Sport = "sport",
}
