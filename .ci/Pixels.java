// SPDX-License-Identifier: Apache-2.0

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Whether a picture is rendered in its colors: {@code java Pixels.java <SVG> <its PNG>}. Every color
 * that fills a shape must be seen, and black, which shapes have without a color, must not.
 */
final class Pixels {
  private static final Pattern FILL =
      Pattern.compile("<(?:rect|circle)[^>]* fill=\"(#[0-9a-f]{6})\"");

  private Pixels() {}

  public static void main(String[] args) throws Exception {
    String svg = Files.readString(Path.of(args[0]));
    Set<String> seen = colors(ImageIO.read(new File(args[1])));
    Set<String> missing = new TreeSet<>();
    Matcher fills = FILL.matcher(svg);
    while (fills.find()) {
      missing.add(fills.group(1));
    }
    int wanted = missing.size();
    missing.removeAll(seen);
    if (wanted < 5 || !missing.isEmpty() || seen.contains("#000000")) {
      System.err.printf(
          "%s is rendered in the wrong colors: missing are %s of %d%s%n",
          args[0], missing, wanted, seen.contains("#000000") ? "; there is black" : "");
      System.exit(1);
    }
    System.out.printf("%s is rendered in its %d colors%n", args[0], wanted);
  }

  private static Set<String> colors(BufferedImage image) {
    Set<String> colors = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        if (pixel >>> 24 == 0xFF) {
          colors.add("#%06x".formatted(pixel & 0xFFFFFF));
        }
      }
    }
    return colors;
  }
}
