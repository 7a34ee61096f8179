import { Duration } from "./surface";
Duration.zero().ms = "3s";
