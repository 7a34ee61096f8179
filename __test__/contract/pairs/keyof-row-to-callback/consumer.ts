import { table } from "./surface";
const titles = { id: "No.", name: "Name" };
table([{ id: "1", name: "a" }], column => console.log(titles[column]));
