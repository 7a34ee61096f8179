import { viewport } from "./surface";
viewport().zoom = 2;
