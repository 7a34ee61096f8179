import { link, navigate } from "./surface";
navigate(link("/users/:id/edit/:tab?", { id: "1", tab: "x" }));
