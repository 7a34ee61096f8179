import { Container, LOGGER } from "./surface";
Container.root().get(LOGGER).log("x");
