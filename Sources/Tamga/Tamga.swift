// Tamga
