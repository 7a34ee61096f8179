import { Controller, registerController } from "./surface";
class A extends Controller { connect() {} override disconnect() { super.disconnect(); } } registerController("a", A); new A(document.body).connect();
