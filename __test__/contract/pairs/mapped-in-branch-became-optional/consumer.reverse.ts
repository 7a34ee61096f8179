import { useParams } from "./surface";
export const id: string = useParams<"id">().id ?? "";
