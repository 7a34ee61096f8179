import { api } from "./surface";
api.list().then((all) => all.join());
api.save({ id: "a" }).then((done) => done === true);
