/** Where the shop's data comes from: a small sample of its own, or the Chinook JSON file. */
package org.aludel.quickstart.data;
