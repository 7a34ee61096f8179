// Imported before a program that has to work alone: whatever it would send anywhere is an error that ends it.
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

function refuse() {
  console.error(new Error("this program used the network").stack);
  process.exit(97);
}
net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
