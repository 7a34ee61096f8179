import { Clock } from "./surface";
new Clock().now();
