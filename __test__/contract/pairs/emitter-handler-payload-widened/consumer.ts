import { Socket } from "./surface";
Socket.open("ws:").on("message", m => m.toUpperCase());
