import { View } from "./surface";
new View().reset();
