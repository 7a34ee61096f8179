import mount from "./surface";
mount({ into: "#app" });
export {};
