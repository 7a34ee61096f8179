import mount from "./surface";
mount("#app");
export {};
