/** He or she, as far as words tell. */
export type Gender = 'she' | 'he'

const set = (words: string) => new Set(words.trim().split(/\s+/))

/**
 * Common first names that are nearly always a woman's or a man's, so that "she" is not taken for Louis. They decide
 * nothing else: a name that is not here may be either, and names for both (Robin, Leslie, Jordan) are left out.
 */
const WOMEN = set(`
  Abigail Adriana Agnes Aisha Alejandra Alexandra Alice Alicia Allison Amanda Amelia Amina Amy Ana Andrea Angela Angelina Anita
  Ann Anna Anne Annette Annie April Audrey Barbara Beatrice Bella Bernadette Bertha Beth Betty Bonnie Brenda Bridget Camille
  Candace Carla Carly Carmen Carol Carolina Caroline Carolyn Carrie Catherine Cathy Cecilia Charlotte Chelsea Cheryl Christina
  Christine Cindy Claire Clara Claudia Colleen Condoleezza Connie Constance Cynthia Daisy Danielle Dawn Deborah Debbie Debra
  Denise Diana Diane Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen
  Elsa Emily Emma Erika Esther Eva Evelyn Fatima Fiona Florence Frances Gabriela Gail Geraldine Gina Gladys Glenda Gloria
  Grace Greta Gwen Gwendolyn Hannah Harriet Heather Heidi Helen Helena Hillary Huma Ida Ingrid Irene Irina Isabel Isabella
  Ivanka Jacqueline Jane Janet Janice Jean Jeanne Jeannie Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Josephine Joyce
  Juanita Judith Judy Julia Juliana Julie Justine Karen Karla Kate Katherine Kathleen Kathryn Kathy Katie Kayla Kellyanne Kimberly
  Kristen Kristina Laila Lara Laura Lauren Laurie Leah Leila Lena Leticia Lillian Linda Lindsey Lisa Lois Loretta Lorraine Louise
  Lucia Lucille Lucy Lydia Lynn Mabel Madeleine Madeline Maggie Malia Marcia Margaret Margarita Maria Mariam Marie Marilyn Marion
  Marina Marjorie Marlene Marsha Martha Mary Maureen Maxine Megan Megyn Melania Melanie Melinda Melissa Mercedes Mia Michelle
  Mildred Mindy Miriam Molly Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Norma Olga Olivia Olympia Opal
  Pamela Patricia Paula Paulette Pauline Pearl Peggy Penelope Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita Roberta
  Rosa Rosalind Rose Rosemary Roxanne Ruby Ruth Sabrina Sally Samantha Sandra Sandy Sara Sarah Selina Serena Shannon Sharon
  Sheila Shelley Sheryl Shirley Silvia Simone Sofia Solveig Sonia Sonya Sophia Sophie Stacy Stephanie Sue Susan Susanna Suzanne
  Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Thelma Theresa Tiffany Tina Tracy Ursula Valentina Valerie Vanessa Vera
  Veronica Victoria Viola Violet Virginia Vivian Wanda Wendy Whitney Wilma Yolanda Yvette Yvonne Zainab Zoe`)
const MEN = set(`
  Aaron Abdul Abraham Adam Adrian Ahmed Alan Albert Alberto Alejandro Alexander Alfred Ali Allan Allen Alvin Andre Andrew Angus
  Anthony Antonio Arnold Arthur Barack Barry Ben Benjamin Bernard Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan
  Brent Brett Brian Bruce Bryan Caleb Calvin Carl Carlos Cesar Chad Charles Charlie Chester Christopher Chuck Clarence Claude
  Clifford Clint Clyde Cory Craig Curtis Daniel Dan Darrell Darren Dave David Dean Dennis Derek Diego Dick Dimitri Dmitri Don
  Donald Doug Douglas Duane Dwight Earl Eddie Edgar Edmund Eduardo Edward Edwin Elias Emmanuel Enrique Eric Erik Ernest Ethan
  Eugene Evan Felix Fernando Floyd Francisco Frank Franklin Fred Frederick Gabriel Gareth Gary Geoffrey George Gerald Gerard
  Gilbert Giorgio Giovanni Glenn Gordon Graham Greg Gregory Guillermo Gustavo Guy Harold Harry Hassan Hector Henry Herbert Herman
  Howard Hugh Hugo Humayun Ian Ibrahim Igor Isaac Ismail Ivan Jack Jacob Jacques Jake James Jared Jason Javier Jay Jeb Jeff
  Jeffrey Jeremy Jerome Jerry Jesus Jim Jimmy Joaquin Joe Joel Johan Johannes John Johnny Jon Jonah Jonathan Jorge Jose Joseph Josh
  Joshua Juan Julian Julio Julius Justin Karl Keith Kenneth Kevin Khizr Kirk Klaus Konstantin Kurt Kyle Larry Lars Laurence Lawrence
  Leo Leon Leonard Leroy Lloyd Lorenzo Louis Lucas Luis Luke Luther Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Mario
  Mark Martin Marvin Matt Matthew Maurice Max Michael Miguel Mike Milton Mitch Mitt Mohamed Mohammad Mohammed Muhammad Nathan
  Nathaniel Neil Nelson Newt Nicholas Nick Nicolas Nigel Noah Norman Oleg Oliver Omar Orlando Oscar Oswald Otto Pablo Patrick Paul
  Pavel Pedro Perry Pete Peter Philip Phil Philippe Pierre Rafael Rahm Ralph Ramon Rand Raul Ray Raymond Reginald Reince Ricardo Richard
  Rick Rob Robert Roberto Rodney Rodrigo Roger Roland Ron Ronald Ronnie Ross Roy Ruben Rudolph Rudy Rupert Russell Ryan Salvador
  Sam Samuel Santiago Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shaun Sidney Simon Spencer Stanley Stefan Stephen Steve
  Steven Stewart Stuart Ted Terrence Thaddeus Theodore Thomas Tim Timothy Tobias Todd Tom Tommy Tony Travis Trevor Tyler Ulrich Vernon
  Victor Vincent Vladimir Walter Warren Wayne Wilbur Will Willard William Willie Wolfgang Xavier Yuri Yusuf Zachary`)

/** Whose name a first name nearly always is; null for one that is not in the tables. */
export function genderOfName(first: string): Gender | null {
  return WOMEN.has(first) ? 'she' : MEN.has(first) ? 'he' : null
}

const WOMAN =
  /(?:woman|girl|lady|mother|daughter|sister|aunt|niece|wife|widow|actress|waitress|businesswoman|nun|queen|princess|duchess|baroness|congresswoman)$/i
const MAN =
  /(?:[a-z]man|\bman|boy|father|\bson|brother|uncle|nephew|husband|widower|king|prince|duke|baron|priest|monk)$/i

/** What a common noun tells: "spokeswoman", "fisherman", "the boy"; null for most. */
export function genderOfNoun(head: string): Gender | null {
  return WOMAN.test(head) ? 'she' : MAN.test(head) ? 'he' : null
}
