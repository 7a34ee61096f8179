import { router } from "./surface";
router().get("/u/:id/p/:post", (c) => { c.params.id + c.params.post; c.query["x"]; }).listen(1);
