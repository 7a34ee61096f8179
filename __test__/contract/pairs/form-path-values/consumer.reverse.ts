import { useForm } from "./surface";
useForm({ tags: [{ id: "x" }], name: "" }).register("tags.[0].id");
