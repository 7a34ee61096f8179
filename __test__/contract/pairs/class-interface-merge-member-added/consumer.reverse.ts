import { Socket } from "./surface";
Socket.open("ws:").then(s => { s.binary = !s.binary; });
