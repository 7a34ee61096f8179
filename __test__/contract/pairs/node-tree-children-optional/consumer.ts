import { buildTree } from "./surface";
buildTree([]).children.map((c) => c.id);
