import { Bus } from "./surface";
Bus.open().on("drop", (done) => done === true);
