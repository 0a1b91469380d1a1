// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/**
 * The outer attributes of a picture.
 *
 * @param id prefix of the ids in the document, safe in an attribute
 * @param title the picture's name
 * @param description a description of the whole picture in words
 * @param width in pixels
 * @param height in pixels
 */
record Frame(String id, String title, String description, int width, int height) {}
