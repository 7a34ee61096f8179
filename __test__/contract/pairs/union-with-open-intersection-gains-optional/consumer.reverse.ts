import { Hook } from "./surface";
new Hook<string>().tap({ name: "log", stage: 1 }, (value) => console.log(value.length));
