import { Container, LOGGER } from "./surface";
Container.root().bind(LOGGER, undefined);
