'use strict';

const process = require('node:process');

// A command asks a person only at a terminal.
Object.defineProperty(process.stdin, 'isTTY', { value: true });
