var shop = {};
